package org.activitysummary.evaluation.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Prints one line that is redrawn on a terminal; elsewhere a line where a stage begins and ends,
 * and one now and then between, so that logs of CI systems stay readable.
 */
public final class ConsoleProgress implements Progress {

  /** Often enough to see that it moves, seldom enough for a log. */
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(20);

  private static final int WIDTH = 110;
  private static final double NANOS_PER_SECOND = 1e9;

  private final PrintStream out;
  private final boolean redraw;
  private final LongSupplier nanoTime;
  private final TimeLeft timeLeft = new TimeLeft();
  private String stage;
  private int steps;
  private int step;
  private long startNanos;
  private long lastLineNanos;

  /**
   * Prints to a stream.
   *
   * @param out where to
   * @param redraw whether it is a terminal
   */
  public ConsoleProgress(PrintStream out, boolean redraw) {
    this(out, redraw, System::nanoTime);
  }

  ConsoleProgress(PrintStream out, boolean redraw, LongSupplier nanoTime) {
    this.out = out;
    this.redraw = redraw;
    this.nanoTime = nanoTime;
  }

  @Override
  public void expect(Map<String, Duration> stages) {
    timeLeft.expect(stages);
  }

  @Override
  public void start(String stage, int steps) {
    timeLeft.start(stage, steps);
    begin(stage, steps);
  }

  @Override
  public void start(String stage, List<Duration> steps) {
    timeLeft.start(stage, steps);
    begin(stage, steps.size());
  }

  private void begin(String name, int count) {
    stage = name;
    steps = count;
    step = 0;
    startNanos = nanoTime.getAsLong();
    lastLineNanos = startNanos;
    if (!redraw) {
      out.println("%s: %d steps%s".formatted(stage, steps, left()));
    }
  }

  @Override
  public void step(String what) {
    step++;
    long now = nanoTime.getAsLong();
    timeLeft.step(now / NANOS_PER_SECOND);
    String line = "%s %d/%d  %s%s".formatted(stage, step, steps, what, left());
    if (redraw) {
      out.print("\r" + fit(line));
      out.flush();
    } else if (now - lastLineNanos >= BETWEEN_LINES.toNanos()) {
      lastLineNanos = now;
      out.println(line);
    }
  }

  @Override
  public void skip() {
    step++;
    timeLeft.skip(nanoTime.getAsLong() / NANOS_PER_SECOND);
  }

  @Override
  public void end() {
    Duration took = Duration.ofNanos(nanoTime.getAsLong() - startNanos);
    String line = "%s done in %s".formatted(stage, DurationText.of(took));
    out.println(redraw ? "\r" + fit(line) : line);
  }

  @Override
  public void note(String line) {
    out.println(line);
  }

  private String left() {
    String ofStage =
        timeLeft.ofStage().map(d -> ", about %s left".formatted(DurationText.of(d))).orElse("");
    return timeLeft
        .ofRun()
        .map(run -> "%s, %s of the run".formatted(ofStage, DurationText.of(run)))
        .orElse(ofStage);
  }

  private static String fit(String line) {
    return line.length() >= WIDTH
        ? line.substring(0, WIDTH)
        : line + " ".repeat(WIDTH - line.length());
  }
}
