package org.activitysummary.evaluation.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.activitysummary.evaluation.caller.CallerMain;

/** A running process of this program, told what to do line by line. */
public final class CallerProcess implements AutoCloseable {

  /** Longer than a thousand calls of anything measured here. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final Process process;
  private final Path errors;
  private final BufferedReader answers;
  private final BufferedWriter commands;
  private final long backendProcessId;

  private CallerProcess(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.commands =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    this.backendProcessId = answer("start").number("backend");
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
    try {
      Path errors = Files.createTempFile("activity-summary-caller", ".err");
      Process process =
          new ProcessBuilder(JavaProcess.command(flags, main, arguments))
              .redirectError(errors.toFile())
              .start();
      return new CallerProcess(process, errors);
    } catch (IOException e) {
      throw new CallerFailure("The calling process could not be started: " + e.getMessage(), e);
    }
  }

  /** Returns the process id. */
  public long processId() {
    return process.pid();
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
      commands.write(command);
      commands.newLine();
      commands.flush();
    } catch (IOException e) {
      throw died(command, e);
    }
    return answer(command);
  }

  private CallerAnswer answer(String command) {
    CompletableFuture<String> line = CompletableFuture.supplyAsync(this::readLine);
    try {
      String text = line.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (text == null) {
        throw died(command, null);
      }
      if (!text.startsWith("ready ") && !text.startsWith("done ")) {
        close();
        throw new CallerFailure(text, null);
      }
      return CallerAnswer.parse(text);
    } catch (TimeoutException e) {
      close();
      throw new CallerFailure(
          "The calling process did not answer '%s' within %d s"
              .formatted(command, PATIENCE.toSeconds()),
          e);
    } catch (ExecutionException e) {
      throw died(command, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new CallerFailure("Interrupted while waiting for the calling process", e);
    }
  }

  private String readLine() {
    try {
      return answers.readLine();
    } catch (IOException e) {
      return null;
    }
  }

  private CallerFailure died(String command, Throwable cause) {
    awaitEnd();
    String why = ErrorOutput.summaryOf(errors);
    int code = process.isAlive() ? -1 : process.exitValue();
    close();
    return new CallerFailure(
        "The calling process ended at '%s' with exit code %d: %s".formatted(command, code, why),
        cause);
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // It is gone already, which is what was wanted.
    }
    awaitEnd();
    process.destroyForcibly();
    try {
      Files.deleteIfExists(errors);
    } catch (IOException e) {
      errors.toFile().deleteOnExit();
    }
  }

  private void awaitEnd() {
    try {
      process.waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
