package org.activitysummary.evaluation.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks Docker's daemon whether it is there, as its API's {@code /_ping} does. Asking Testcontainers
 * would pull an image first, and wait for minutes where there is no registry.
 */
final class DockerPing {

  private static final String DEFAULT_HOST = "unix:///var/run/docker.sock";
  private static final int DEFAULT_PORT = 2375;
  private static final long MOST_SECONDS = 5;

  private DockerPing() {}

  /**
   * Returns whether the daemon answers within seconds.
   *
   * @param dockerHost {@code unix:///...} or {@code tcp://host:port}; null or empty for the default
   */
  static boolean answers(String dockerHost) {
    String host = dockerHost == null || dockerHost.isBlank() ? DEFAULT_HOST : dockerHost.strip();
    try {
      return CompletableFuture.supplyAsync(() -> ping(host)).get(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean ping(String host) {
    try (SocketChannel channel = SocketChannel.open(address(host))) {
      channel.write(
          ByteBuffer.wrap("GET /_ping HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
      ByteBuffer answer = ByteBuffer.allocate("HTTP/1.0 200".length());
      while (answer.hasRemaining() && channel.read(answer) >= 0) {
        // The status line may come in pieces.
      }
      return new String(answer.array(), StandardCharsets.US_ASCII).endsWith(" 200");
    } catch (IOException e) {
      return false;
    }
  }

  private static SocketAddress address(String host) {
    URI uri = URI.create(host);
    return "unix".equals(uri.getScheme())
        ? UnixDomainSocketAddress.of(uri.getPath())
        : new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort());
  }
}
