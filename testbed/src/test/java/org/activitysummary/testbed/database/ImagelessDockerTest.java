package org.activitysummary.testbed.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.activitysummary.testbed.TestbedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A Docker engine that answers, but has no image and gets none, as where there is no registry. */
@Timeout(120)
class ImagelessDockerTest {

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int FAILED = 500;
  private static final String NO_REGISTRY = "Get \\\"https://registry.test/v2/\\\": no such host";

  /** Testcontainers' own patience is 30 s; what follows from it takes no longer to be shown. */
  private static final String PAUSE_SECONDS = "1";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  @TempDir private Path home;
  private HttpServer engine;
  private boolean stalls;

  /** Opens a container and prints what comes of it. */
  static final class Victim {
    private Victim() {}

    public static void main(String[] arguments) {
      try {
        Database.open(new DatabaseLocation.Container("postgres:18.6")).close();
      } catch (TestbedException e) {
        System.out.println(e.getMessage());
        System.exit(2);
      }
    }
  }

  @BeforeEach
  void start() throws IOException {
    engine = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    engine.setExecutor(threads);
    engine.createContext("/", this::answer);
    engine.start();
  }

  @AfterEach
  void stop() {
    engine.stop(0);
    threads.shutdownNow();
  }

  @Test
  void isSaidInOneLineAsSoonAsDockerSaysSo() throws Exception {
    assertThat(open())
        .containsExactly(
            "Expected to start postgres:18.6 with Docker but: Docker cannot get the image"
                + " postgres:18.6: Status 500: {\"message\":\""
                + NO_REGISTRY
                + "\"}; load it into Docker by hand (TESTCONTAINERS_RYUK_DISABLED=true goes without"
                + " testcontainers/ryuk), name another image as testcontainers:<image>, or use"
                + " --database embedded");
  }

  @Test
  void isSaidInOneLineWhenTheDownloadStandsStill() throws Exception {
    stalls = true;

    assertThat(open())
        .singleElement()
        .asString()
        .contains("Docker cannot get the image postgres:18.6: the download stands still");
  }

  private List<String> open() throws Exception {
    ProcessBuilder command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Testcontainers keeps notes there.
                "-Duser.home=" + home,
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Victim.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    command.environment().put("DOCKER_HOST", "tcp://127.0.0.1:" + engine.getAddress().getPort());
    command.environment().put("TESTCONTAINERS_RYUK_DISABLED", "true");
    command.environment().put("TESTCONTAINERS_CHECKS_DISABLE", "true");
    command.environment().put("TESTCONTAINERS_PULL_PAUSE_TIMEOUT", PAUSE_SECONDS);
    Process victim = command.start();
    try {
      List<String> lines = victim.inputReader(UTF_8).lines().toList();
      assertThat(victim.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(victim.exitValue()).isEqualTo(2);
      return lines;
    } finally {
      victim.destroyForcibly();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().replaceFirst("^/v[0-9.]+", "");
    switch (path) {
      case "/_ping" -> send(exchange, OK, "OK");
      case "/info" -> send(exchange, OK, "{\"MemTotal\":1073741824,\"OSType\":\"linux\"}");
      case "/version" -> send(exchange, OK, "{\"Version\":\"28.0.0\",\"ApiVersion\":\"1.44\"}");
      case "/images/json", "/containers/json" -> send(exchange, OK, "[]");
      case "/images/create" -> pull(exchange);
      case "/containers/prune", "/images/prune", "/networks/prune", "/volumes/prune" ->
          send(exchange, OK, "{}");
      default -> send(exchange, NOT_FOUND, "{\"message\":\"no such thing\"}");
    }
  }

  private void pull(HttpExchange exchange) throws IOException {
    if (!stalls) {
      send(exchange, FAILED, "{\"message\":\"" + NO_REGISTRY + "\"}");
      return;
    }
    exchange.sendResponseHeaders(OK, 0);
    exchange.getResponseBody().write("{\"status\":\"Pulling\"}\n".getBytes(UTF_8));
    // And nothing more, until the test is over.
    exchange.getResponseBody().flush();
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
