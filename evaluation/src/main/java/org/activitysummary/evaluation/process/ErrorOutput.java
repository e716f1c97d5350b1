package org.activitysummary.evaluation.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a process says on standard error, in one line. Only that line is kept, so that one that
 * talks without end fills neither disk nor heap.
 */
public final class ErrorOutput {

  private static final int LONGEST_LINE = 1_000;

  /** What is still in the pipe when a process is gone is read at once. */
  private static final Duration REMAINDER = Duration.ofSeconds(2);

  private String exception;
  private String exitCode;
  private String last = "nothing on standard error";
  private Thread reader;

  private ErrorOutput() {}

  /** Starts to read until the stream ends. */
  static ErrorOutput of(InputStream stream, long processId) {
    ErrorOutput output = new ErrorOutput();
    output.reader =
        new Thread(
            () -> output.read(new InputStreamReader(stream, StandardCharsets.UTF_8)),
            "errors-of-" + processId);
    output.reader.setDaemon(true);
    output.reader.start();
    return output;
  }

  /** Returns the summary of a file; see {@link #summary()}. */
  public static String summaryOf(Path errors) {
    ErrorOutput output = new ErrorOutput();
    try {
      String text = new String(Files.readAllBytes(errors), StandardCharsets.UTF_8);
      output.read(new StringReader(text));
      return output.kept();
    } catch (IOException e) {
      return "standard error could not be read: " + e.getMessage();
    }
  }

  /**
   * Returns the first line that names an exception or error, else the first with an exit code, else
   * the last line, else a phrase. Waits until a process that is gone has been read to its end.
   */
  String summary() {
    try {
      reader.join(REMAINDER.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return kept();
  }

  private synchronized String kept() {
    return exception != null ? exception : exitCode != null ? exitCode : last;
  }

  private void read(Reader source) {
    try (BufferedReader characters = new BufferedReader(source)) {
      StringBuilder line = new StringBuilder();
      for (int c = characters.read(); c >= 0; c = characters.read()) {
        if (c == '\n' || c == '\r') {
          take(line.toString().strip());
          line.setLength(0);
        } else if (line.length() < LONGEST_LINE) {
          line.append((char) c);
        }
      }
      take(line.toString().strip());
    } catch (IOException e) {
      // The process was ended, and its pipe with it.
    }
  }

  private synchronized void take(String line) {
    if (line.isEmpty()) {
      return;
    }
    last = line;
    if (exception == null && (line.contains("Error") || line.contains("Exception"))) {
      exception = line;
    }
    if (exitCode == null && line.contains("exit code")) {
      exitCode = line;
    }
  }
}
