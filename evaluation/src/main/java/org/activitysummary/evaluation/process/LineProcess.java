package org.activitysummary.evaluation.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A child JVM of this program that answers each line with one line, within a time limit. One that
 * dies, hangs or talks nonsense is ended, and the failure says which.
 */
public final class LineProcess implements AutoCloseable {

  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final Process process;
  private final ErrorOutput errors;
  private final BufferedWriter commands;
  private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

  private LineProcess(Process process) {
    this.process = process;
    this.errors = ErrorOutput.of(process.getErrorStream(), process.pid());
    this.commands =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    Thread reader = new Thread(this::read, "answers-of-" + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts a main class of this program.
   *
   * @throws CallerFailure if there is no process to be had
   */
  public static LineProcess start(List<String> flags, Class<?> main, List<String> arguments) {
    try {
      return new LineProcess(
          new ProcessBuilder(JavaProcess.command(flags, main, arguments)).start());
    } catch (IOException e) {
      throw new CallerFailure("The process could not be started: " + e.getMessage(), e);
    }
  }

  /** Returns the process id. */
  public long processId() {
    return process.pid();
  }

  /**
   * Sends a line and returns the one that answers it.
   *
   * @param command one line
   * @param limit how long to wait
   * @throws CallerFailure if the process ends or does not answer in time; it is gone then
   */
  public String tell(String command, Duration limit) {
    try {
      commands.write(command);
      commands.newLine();
      commands.flush();
    } catch (IOException e) {
      throw ended();
    }
    return await(limit);
  }

  /**
   * Returns the next line.
   *
   * @param limit how long to wait
   * @throws CallerFailure if the process ends or does not answer in time; it is gone then
   */
  public String await(Duration limit) {
    try {
      Optional<String> line = lines.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (line == null) {
        kill();
        throw CallerFailure.afterTimeout(
            "no answer within %d s; the process was ended".formatted(limit.toSeconds()));
      }
      return line.orElseThrow(this::ended);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      kill();
      throw new CallerFailure("interrupted while waiting for the process", e);
    }
  }

  private void read() {
    try (BufferedReader answers =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = answers.readLine(); line != null; line = answers.readLine()) {
        lines.add(Optional.of(line));
      }
    } catch (IOException e) {
      // The process is gone, which the next line says.
    }
    lines.add(Optional.empty());
  }

  private CallerFailure ended() {
    awaitEnd();
    boolean alive = process.isAlive();
    String why = errors.summary();
    String how =
        alive
            ? "the process closed its output"
            : "the process ended with exit code " + process.exitValue();
    kill();
    return new CallerFailure("%s: %s".formatted(how, why), null);
  }

  /** Ends the process at once, whatever it does. */
  public void kill() {
    process.destroyForcibly();
    close();
  }

  /** Lets the process end, and ends it if it will not. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // It is gone already, which is what was wanted.
    }
    awaitEnd();
    process.destroyForcibly();
  }

  private void awaitEnd() {
    try {
      process.waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
