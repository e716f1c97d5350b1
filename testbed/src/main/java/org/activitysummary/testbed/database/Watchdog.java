package org.activitysummary.testbed.database;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A small shell process that outlives this one, and clears up if this one is killed.
 *
 * <p>It waits for the end of its input. The system closes that when this process ends in whatever
 * way, at once and without mistaking a reused process id.
 */
final class Watchdog implements AutoCloseable {

  private static final Path SHELL = Path.of("/bin/sh");
  private static final byte[] RELEASE = "done\n".getBytes(US_ASCII);

  private final Process process;

  private Watchdog(Process process) {
    this.process = process;
  }

  /**
   * Watches over a run.
   *
   * @return a watchdog that does nothing where there is no shell, as on Windows
   */
  static Watchdog over(RunDirectory run) throws IOException {
    if (!Files.isExecutable(SHELL)) {
      return new Watchdog(null);
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            SHELL.toString(),
            "-c",
            script(),
            "watchdog",
            run.path().toString(),
            run.data().toString());
    // Its streams are its own, or whoever reads ours would wait for it.
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return new Watchdog(builder.start());
  }

  /** Sends the watchdog home. */
  @Override
  public void close() {
    if (process == null) {
      return;
    }
    try (OutputStream input = process.getOutputStream()) {
      input.write(RELEASE);
    } catch (IOException e) {
      // It is gone already.
    }
  }

  private static String script() throws IOException {
    try (InputStream script = Watchdog.class.getResourceAsStream("watchdog.sh")) {
      return new String(script.readAllBytes(), US_ASCII);
    }
  }
}
