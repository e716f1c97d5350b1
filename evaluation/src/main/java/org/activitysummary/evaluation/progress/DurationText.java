package org.activitysummary.evaluation.progress;

import java.time.Duration;
import java.util.Locale;

/** Durations for people: {@code 8 s}, {@code 3 min 05 s}, {@code 1 h 20 min}. */
public final class DurationText {

  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;

  private DurationText() {}

  /** Returns the duration in words, at least one second. */
  public static String of(Duration duration) {
    long seconds = Math.max(1, Math.round(duration.toMillis() / 1000.0));
    if (seconds < MINUTE) {
      return seconds + " s";
    }
    return seconds < HOUR
        ? String.format(Locale.ROOT, "%d min %02d s", seconds / MINUTE, seconds % MINUTE)
        : String.format(Locale.ROOT, "%d h %02d min", seconds / HOUR, seconds % HOUR / MINUTE);
  }
}
