package org.activitysummary.testbed.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The server process of a data directory. */
final class Postmaster {

  private static final String PID_FILE = "postmaster.pid";
  private static final long FAST_STOP_SECONDS = 10;

  private Postmaster() {}

  /**
   * Returns the process that serves a data directory.
   *
   * @param dataDirectory need not exist
   * @return empty if none runs, also when the number now belongs to another program
   */
  static Optional<ProcessHandle> of(Path dataDirectory) {
    try (var lines = Files.lines(dataDirectory.resolve(PID_FILE))) {
      return lines
          .findFirst()
          .map(line -> Long.parseLong(line.strip()))
          .flatMap(ProcessHandle::of)
          .filter(process -> serves(process, dataDirectory));
    } catch (IOException | NumberFormatException e) {
      // Gone, or not written yet.
      return Optional.empty();
    }
  }

  /**
   * Stops the server of a data directory, if one runs: disconnects everybody, and after ten seconds
   * kills it.
   */
  static void stop(Path dataDirectory) {
    Optional<ProcessHandle> postmaster = of(dataDirectory);
    if (postmaster.isEmpty()) {
      return;
    }
    ProcessHandle process = postmaster.get();
    try {
      // SIGINT is the fast shutdown; what ProcessHandle.destroy sends would wait for the clients.
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      process.onExit().get(FAST_STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    } catch (IOException | ExecutionException | TimeoutException e) {
      process.destroyForcibly();
    }
  }

  /** Says whether the command line names the directory, so that no stranger is ever stopped. */
  private static boolean serves(ProcessHandle process, Path dataDirectory) {
    return process.info().commandLine().orElse("").contains(dataDirectory.toString());
  }
}
