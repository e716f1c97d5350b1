package org.activitysummary.evaluation.statistics;

import java.util.Locale;

/**
 * A percentile, held exactly: in floating point 100 samples have no reliable 99th rank, since
 * {@code 0.07 * 100} is more than 7.
 *
 * @param basisPoints hundredths of a percent, 1 to 9,999; 9,900 is P99
 */
public record Percentile(int basisPoints) {

  public static final Percentile P50 = new Percentile(5_000);
  public static final Percentile P90 = new Percentile(9_000);
  public static final Percentile P95 = new Percentile(9_500);
  public static final Percentile P99 = new Percentile(9_900);

  private static final int WHOLE = 10_000;

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if the percentile is not strictly between 0 and 100 %
   */
  public Percentile {
    if (basisPoints < 1 || basisPoints >= WHOLE) {
      throw new IllegalArgumentException(
          "a percentile lies between 1 and 9999 basis points, found " + basisPoints);
    }
  }

  /** Returns the percentile as a probability, strictly between 0 and 1. */
  public double probability() {
    return basisPoints / (double) WHOLE;
  }

  /**
   * Returns the nearest rank: the smallest rank at or below which at least this share of the
   * samples lies.
   *
   * @param samples how many, at least 1
   * @return a rank from 1 to {@code samples}
   */
  public int rank(int samples) {
    return Math.toIntExact(ceilDivide((long) samples * basisPoints, WHOLE));
  }

  /**
   * Returns the fewest samples of which one is expected beyond this percentile: 100 for P99, 2 for
   * P50. With fewer the nearest rank is the maximum (or the minimum) in disguise.
   */
  public int fewestSamples() {
    int tail = Math.min(basisPoints, WHOLE - basisPoints);
    return (int) ceilDivide(WHOLE, tail);
  }

  private static long ceilDivide(long dividend, long divisor) {
    return (dividend + divisor - 1) / divisor;
  }

  /** Returns the usual name, such as {@code P99} or {@code P99.9}. */
  @Override
  public String toString() {
    String text = String.format(Locale.ROOT, "P%.2f", basisPoints / 100.0);
    return text.replaceFirst("\\.?0+$", "");
  }
}
