package org.activitysummary.evaluation.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * An observed number for a sentence that also names its limit: as few decimals as asked for, and as
 * many as it takes not to read like the limit when it is not.
 */
public final class LimitText {

  /** A byte, told in megabytes, shows here; a difference that is smaller tells nobody anything. */
  private static final int MOST_DECIMALS = 6;

  private LimitText() {}

  /**
   * Returns the observed number.
   *
   * @param observed in the unit of the sentence
   * @param limit in the same unit, told in full beside it
   * @param decimals at least so many, from 0 on
   */
  public static String observed(double observed, double limit, int decimals) {
    int shown = decimals;
    while (shown < MOST_DECIMALS && observed != limit && readsLike(observed, limit, shown)) {
      shown++;
    }
    return String.format(Locale.ROOT, "%." + shown + "f", observed);
  }

  private static boolean readsLike(double observed, double limit, int decimals) {
    return rounded(observed, decimals).compareTo(rounded(limit, decimals)) == 0;
  }

  private static BigDecimal rounded(double number, int decimals) {
    return BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
  }
}
