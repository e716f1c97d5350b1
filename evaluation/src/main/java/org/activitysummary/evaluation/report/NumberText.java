package org.activitysummary.evaluation.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.activitysummary.evaluation.check.LimitText;
import org.activitysummary.evaluation.measurement.Figure;

/** Numbers for people: three significant digits, thousands set apart, the same in every locale. */
public final class NumberText {

  /** What stands for a number that could not be had. */
  public static final String NONE = "–";

  private static final double MEGABYTE = 1 << 20;
  private static final int DIGITS = 3;

  /** From here on all digits before the point are shown: 999.5 would be rounded to 1,000. */
  private static final double FULL_FROM = 999.5;

  private NumberText() {}

  /**
   * Returns a number rounded to three significant digits, but never fewer digits than it has before
   * its point.
   *
   * @param number null gives {@link #NONE}
   */
  public static String of(Number number) {
    if (number == null) {
      return NONE;
    }
    double value = number.doubleValue();
    if (value == 0 || Math.abs(value) >= FULL_FROM || value == Math.rint(value)) {
      return count(value);
    }
    BigDecimal rounded =
        BigDecimal.valueOf(value).round(new MathContext(DIGITS, RoundingMode.HALF_UP));
    int wanted = DIGITS - (rounded.precision() - rounded.scale());
    return rounded.setScale(wanted, RoundingMode.UNNECESSARY).toPlainString();
  }

  /**
   * Returns a count in full.
   *
   * @param count null gives {@link #NONE}
   */
  public static String count(Number count) {
    return count == null ? NONE : String.format(Locale.ROOT, "%,.0f", count.doubleValue());
  }

  /**
   * Returns bytes as megabytes of 1,048,576 bytes without the unit: with one decimal, or three
   * significant digits below one megabyte.
   *
   * @param bytes null gives {@link #NONE}
   */
  public static String megabytes(Number bytes) {
    if (bytes == null) {
      return NONE;
    }
    double megabytes = bytes.doubleValue() / MEGABYTE;
    return Math.abs(megabytes) < 1 ? of(megabytes) : String.format(Locale.ROOT, "%,.1f", megabytes);
  }

  /**
   * Returns a share as a percentage with its sign.
   *
   * @param share 0 to 1; null gives {@link #NONE}
   */
  public static String percent(Double share) {
    return share == null ? NONE : of(share * 100) + " %";
  }

  /** Returns the value without its interval. */
  public static String value(Figure figure) {
    return figure == null ? NONE : of(figure.value());
  }

  /** Returns the value and its interval, {@code 0.202 (0.194 to 0.215)}; open ends are dashes. */
  public static String withInterval(Figure figure) {
    if (figure == null || figure.value() == null) {
      return NONE;
    }
    return figure.low() == null && figure.high() == null
        ? of(figure.value())
        : "%s (%s to %s)".formatted(of(figure.value()), of(figure.low()), of(figure.high()));
  }

  /**
   * Returns a number with its unit; bytes as megabytes.
   *
   * @param number null gives {@link #NONE}
   * @param unit as in {@code report.json}; null for none
   */
  public static String withUnit(Double number, String unit) {
    if (number == null) {
      return NONE;
    }
    if (unit == null) {
      return of(number);
    }
    return switch (unit) {
      case "bytes" -> megabytes(number) + " MB";
      case "x" -> of(number) + " times";
      default -> of(number) + " " + unit;
    };
  }

  /**
   * Returns a number with its unit, in as many digits as it takes to tell it from its limit.
   *
   * @param limit null if there is none
   * @param number null gives {@link #NONE}
   * @param unit as in {@code report.json}; null for none
   */
  public static String heldAgainst(Double limit, Double number, String unit) {
    String text = withUnit(number, unit);
    if (number == null || number.equals(limit) || !text.equals(withUnit(limit, unit))) {
      return text;
    }
    return "bytes".equals(unit)
        ? LimitText.observed(number / MEGABYTE, limit / MEGABYTE, 1) + " MB"
        : LimitText.observed(number, limit, 0) + (unit == null ? "" : " " + unit);
  }
}
