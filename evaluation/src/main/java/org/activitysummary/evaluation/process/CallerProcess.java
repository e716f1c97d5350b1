package org.activitysummary.evaluation.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.activitysummary.evaluation.caller.CallerMain;

/** A running process of this program that makes calls when told to. */
public final class CallerProcess implements AutoCloseable {

  /** Longer than a thousand calls of anything measured here. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final LineProcess process;
  private final long backendProcessId;

  private CallerProcess(LineProcess process) {
    this.process = process;
    this.backendProcessId = understood("the start", process.await(PATIENCE)).number("backend");
  }

  /**
   * Returns a process whose pool is warm and which has not made a call yet.
   *
   * @throws CallerFailure if it does not get that far
   */
  static CallerProcess start(Path target, String implementation, int size, List<String> flags) {
    return start(
        flags,
        CallerMain.class,
        List.of(target.toString(), implementation, Integer.toString(size)));
  }

  /**
   * Returns a process of a main class that has said it is ready.
   *
   * @throws CallerFailure if it does not get that far
   */
  public static CallerProcess start(List<String> flags, Class<?> main, List<String> arguments) {
    return new CallerProcess(LineProcess.start(flags, main, arguments));
  }

  /** Returns the process id. */
  public long processId() {
    return process.processId();
  }

  long backendProcessId() {
    return backendProcessId;
  }

  /**
   * Has the process do something and waits until it has.
   *
   * @throws CallerFailure if it dies, says why it cannot, or takes longer than five minutes
   */
  public CallerAnswer tell(String command) {
    try {
      return understood(command, process.tell(command, PATIENCE));
    } catch (CallerFailure e) {
      throw new CallerFailure("At '%s': %s".formatted(command, e.getMessage()), e);
    }
  }

  private CallerAnswer understood(String command, String line) {
    if (!line.startsWith("ready ") && !line.startsWith("done ")) {
      process.kill();
      throw new CallerFailure(
          "The calling process answered '%s' with: %s".formatted(command, line), null);
    }
    return CallerAnswer.parse(line);
  }

  @Override
  public void close() {
    process.close();
  }
}
