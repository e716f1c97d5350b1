package org.activitysummary.evaluation.caller;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.activitysummary.benchmarks.ParentWatch;

/**
 * The lines between a child process and the evaluation, out of reach of an implementation that
 * prints or reads; and the end of the process with that of the evaluation.
 */
public final class Conversation {

  private final BufferedReader commands;
  private final PrintStream answers;

  private Conversation(InputStream in, PrintStream out) {
    this.commands = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.answers = new PrintStream(out, true, StandardCharsets.UTF_8);
  }

  /** Takes standard input and output; what else is printed goes to standard error. */
  public static Conversation begin() {
    Locale.setDefault(Locale.ROOT);
    ParentWatch.endWithParent();
    Conversation conversation = new Conversation(System.in, System.out);
    System.setIn(InputStream.nullInputStream());
    System.setOut(System.err);
    return conversation;
  }

  /**
   * Waits for a command.
   *
   * @return null when there will be no more
   * @throws IOException if standard input breaks
   */
  public String next() throws IOException {
    return commands.readLine();
  }

  /** Answers with one line. */
  public void say(String line) {
    answers.println(line);
  }
}
