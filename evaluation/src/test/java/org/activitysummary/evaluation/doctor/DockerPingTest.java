package org.activitysummary.evaluation.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerPingTest {

  @TempDir private Path folder;

  private static boolean answers(int status) throws IOException {
    HttpServer daemon =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    daemon.createContext(
        "/_ping",
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    daemon.start();
    try {
      return DockerPing.answers("tcp://127.0.0.1:" + daemon.getAddress().getPort());
    } finally {
      daemon.stop(0);
    }
  }

  @Test
  void aDaemonThatAnswersIsThere() throws IOException {
    assertThat(answers(200)).isTrue();
  }

  @Test
  void aDaemonInTroubleIsNot() throws IOException {
    assertThat(answers(500)).isFalse();
  }

  @Test
  void noSocketAndNoSenseMeanNoDaemon() {
    assertThat(DockerPing.answers("unix://" + folder.resolve("none.sock"))).isFalse();
    assertThat(DockerPing.answers("no sense at all")).isFalse();
  }
}
