package org.activitysummary.testbed.schema;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows a load to a person: on a terminal one line, drawn over and over, with speed and time left;
 * elsewhere a plain line for every fifth of the rows, since a log keeps what is drawn over.
 */
public final class ConsoleLoadProgress implements LoadProgress {

  private static final int BAR_CELLS = 30;
  private static final long PLAIN_STEPS = 5;

  /** Redrawing more often than the eye follows only costs time. */
  private static final long REDRAW_NANOS = 100_000_000;

  private final PrintStream out;
  private final boolean terminal;
  private final LongSupplier nanoTime;
  private long start;
  private long lastDrawn;
  private long plainStep;
  private boolean started;

  /**
   * Shows progress on a stream.
   *
   * @param out where to
   * @param terminal whether the stream is one, so that a carriage return redraws the line
   */
  public ConsoleLoadProgress(PrintStream out, boolean terminal) {
    this(out, terminal, System::nanoTime);
  }

  ConsoleLoadProgress(PrintStream out, boolean terminal, LongSupplier nanoTime) {
    this.out = out;
    this.terminal = terminal;
    this.nanoTime = nanoTime;
  }

  @Override
  public void advanced(long rows, long total) {
    long now = nanoTime.getAsLong();
    if (!started) {
      // Speed is counted from here on, so the first block only starts the clock.
      started = true;
      start = now;
      lastDrawn = now - REDRAW_NANOS;
    }
    if (terminal) {
      redraw(rows, total, now);
    } else if (rows * PLAIN_STEPS / total > plainStep) {
      plainStep = rows * PLAIN_STEPS / total;
      out.println(line(rows, total, now));
    }
  }

  private void redraw(long rows, long total, long now) {
    if (rows < total && now - lastDrawn < REDRAW_NANOS) {
      return;
    }
    lastDrawn = now;
    int full = (int) (rows * BAR_CELLS / total);
    String bar = "#".repeat(full) + "-".repeat(BAR_CELLS - full);
    // Trailing blanks wipe out what a longer line left.
    out.print("\r[%s] %-60s".formatted(bar, line(rows, total, now)));
    if (rows >= total) {
      out.println();
    }
    out.flush();
  }

  private String line(long rows, long total, long now) {
    double seconds = Math.max(1, now - start) / 1e9;
    double perSecond = rows / seconds;
    String left =
        rows >= total
            ? ""
            : String.format(Locale.ROOT, ", %.0f s left", (total - rows) / perSecond);
    return String.format(
        Locale.ROOT,
        "loaded %,d of %,d rows (%d %%)%s%s",
        rows,
        total,
        rows * 100 / total,
        now == start ? "" : String.format(Locale.ROOT, ", %,.0f rows/s", perSecond),
        now == start ? "" : left);
  }
}
