package org.activitysummary.evaluation.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * Prints a line that is redrawn on a terminal, and about ten lines a stage elsewhere, so that logs
 * of CI systems stay readable.
 */
public final class ConsoleProgress implements Progress {

  private static final int LINES_PER_STAGE = 10;
  private static final int WIDTH = 100;

  private final PrintStream out;
  private final boolean redraw;
  private String stage;
  private int steps;
  private int step;
  private long startNanos;

  /**
   * Prints to a stream.
   *
   * @param out where to
   * @param redraw whether it is a terminal
   */
  public ConsoleProgress(PrintStream out, boolean redraw) {
    this.out = out;
    this.redraw = redraw;
  }

  @Override
  public void start(String stage, int steps) {
    this.stage = stage;
    this.steps = steps;
    this.step = 0;
    this.startNanos = System.nanoTime();
  }

  @Override
  public void step(String what) {
    step++;
    String line =
        "%s %d/%d  %s%s"
            .formatted(stage, step, steps, what, timeLeft(System.nanoTime() - startNanos));
    if (redraw) {
      out.print("\r" + fit(line));
      out.flush();
    } else if (step == 1 || step % Math.max(1, steps / LINES_PER_STAGE) == 0) {
      out.println(line);
    }
  }

  @Override
  public void end() {
    Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
    String line = "%s done in %s".formatted(stage, inWords(took));
    out.println(redraw ? "\r" + fit(line) : line);
  }

  @Override
  public void note(String line) {
    out.println(line);
  }

  private String timeLeft(long elapsedNanos) {
    int done = step - 1;
    if (done == 0) {
      return "";
    }
    return ", about %s left"
        .formatted(inWords(Duration.ofNanos(elapsedNanos / done * (steps - done))));
  }

  private static String inWords(Duration duration) {
    long seconds = Math.max(1, Math.round(duration.toMillis() / 1000.0));
    return seconds < 60
        ? seconds + " s"
        : String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
  }

  private static String fit(String line) {
    return line.length() >= WIDTH
        ? line.substring(0, WIDTH)
        : line + " ".repeat(WIDTH - line.length());
  }
}
