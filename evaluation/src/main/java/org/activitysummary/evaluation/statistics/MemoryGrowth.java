package org.activitysummary.evaluation.statistics;

import java.util.List;
import java.util.LongSummaryStatistics;

/**
 * How memory grows from the smallest to the largest size, and in which shape.
 *
 * <p>A line is fitted to the size and one to its logarithm. Growth is shown when the interval of
 * either slope lies above 0, which errs in at most 5 % of constant quantities at a confidence of
 * 0.95, both attempts together; then the line that leaves the smaller residuals names the shape.
 * Values may be 0 or negative, as memory above idle can be.
 *
 * @param model the shape, or null when the points cannot tell
 * @param bytesPerEvent slope of the line over the size, whatever the shape
 * @param growth bytes from the smallest to the largest size, by the line of the shape; when it is
 *     constant the value is the linear line's and the interval spans those of both
 * @param sizes number of different sizes
 * @param reason why there is no shape; null exactly when there is one
 */
public record MemoryGrowth(
    GrowthModel model, RealEstimate bytesPerEvent, RealEstimate growth, int sizes, String reason) {

  private static final int SIZES_TO_TELL_SHAPES = 3;

  /**
   * Checks that a missing shape has its reason.
   *
   * @throws IllegalArgumentException if not
   */
  public MemoryGrowth {
    Interval.requireExplained(model == null, reason);
  }

  /**
   * Returns the growth of these measurements.
   *
   * @param points bytes at sizes, preferably several at each of at least 3 sizes
   * @param confidence of the two-sided intervals, for example 0.95
   */
  public static MemoryGrowth of(List<GrowthPoint> points, double confidence) {
    Interval.requireConfidence(confidence);
    int sizes = Math.toIntExact(GrowthFit.sizes(points));
    if (sizes < 2) {
      String reason = "growth needs at least 2 sizes, found " + sizes;
      RealEstimate absent = RealEstimate.absent(reason);
      return new MemoryGrowth(null, absent, absent, sizes, reason);
    }
    double[] bytes = points.stream().mapToDouble(GrowthPoint::value).toArray();
    double[] linearSizes = points.stream().mapToDouble(GrowthPoint::size).toArray();
    LongSummaryStatistics range = points.stream().mapToLong(GrowthPoint::size).summaryStatistics();
    Line linear = Line.fit(linearSizes, bytes, range.getMax() - range.getMin(), confidence);
    double logRange = Math.log(range.getMax() / (double) range.getMin());
    Line logarithmic = Line.fit(GrowthFit.logSizes(points), bytes, logRange, confidence);
    return choose(linear, logarithmic, sizes);
  }

  /** One shape: its slope, what it makes of the whole range, and how badly it fits. */
  private record Line(RealEstimate slope, RealEstimate growth, double residualSquares) {

    static Line fit(double[] x, double[] bytes, double range, double confidence) {
      LeastSquares line = LeastSquares.fit(x, bytes);
      RealEstimate slope = line.slope(confidence);
      return new Line(slope, scale(slope, range), line.residualSquares());
    }

    private static RealEstimate scale(RealEstimate slope, double range) {
      return slope.low() == null
          ? RealEstimate.withoutInterval(slope.value() * range, slope.reason())
          : new RealEstimate(
              slope.value() * range, slope.low() * range, slope.high() * range, null);
    }

    boolean showsGrowth() {
      return slope.low() > 0;
    }
  }

  private static MemoryGrowth choose(Line linear, Line logarithmic, int sizes) {
    RealEstimate slope = linear.slope();
    if (slope.low() == null) {
      return new MemoryGrowth(null, slope, linear.growth(), sizes, slope.reason());
    }
    if (!linear.showsGrowth() && !logarithmic.showsGrowth()) {
      RealEstimate either = spanning(linear.growth(), logarithmic.growth());
      return new MemoryGrowth(GrowthModel.CONSTANT, slope, either, sizes, null);
    }
    if (sizes < SIZES_TO_TELL_SHAPES) {
      String reason = "2 sizes cannot tell logarithmic from linear growth; measure a third";
      return new MemoryGrowth(null, slope, linear.growth(), sizes, reason);
    }
    return logarithmic.residualSquares() < linear.residualSquares()
        ? new MemoryGrowth(GrowthModel.LOGARITHMIC, slope, logarithmic.growth(), sizes, null)
        : new MemoryGrowth(GrowthModel.LINEAR, slope, linear.growth(), sizes, null);
  }

  private static RealEstimate spanning(RealEstimate one, RealEstimate other) {
    return new RealEstimate(
        one.value(), Math.min(one.low(), other.low()), Math.max(one.high(), other.high()), null);
  }
}
