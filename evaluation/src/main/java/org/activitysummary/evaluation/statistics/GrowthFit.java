package org.activitysummary.evaluation.statistics;

import java.util.List;

/** How fast a time grows with the number of events. */
public final class GrowthFit {

  private GrowthFit() {}

  /**
   * Returns the exponent b of {@code time = a * size ^ b}, by least squares on the logarithms, with
   * its t interval: 0 is constant, 1 is linear.
   *
   * <p>Several points of one size count as independent. One point a size, its median, is the
   * cautious choice: what the power law cannot explain then widens the interval instead of hiding
   * behind many repetitions.
   *
   * @param points times in any one unit
   * @param confidence of the two-sided interval, for example 0.95
   * @return the exponent; without an interval below 3 points; absent with a reason when there are
   *     fewer than 2 sizes or a value without a logarithm
   */
  public static RealEstimate exponent(List<GrowthPoint> points, double confidence) {
    Interval.requireConfidence(confidence);
    long sizes = sizes(points);
    if (sizes < 2) {
      return RealEstimate.absent("growth needs at least 2 sizes, found " + sizes);
    }
    for (GrowthPoint point : points) {
      if (point.value() <= 0) {
        return RealEstimate.absent(
            "a growth exponent needs values above 0, found %s at size %d"
                .formatted(point.value(), point.size()));
      }
    }
    double[] y = points.stream().mapToDouble(point -> Math.log(point.value())).toArray();
    return LeastSquares.fit(logSizes(points), y).slope(confidence);
  }

  static long sizes(List<GrowthPoint> points) {
    return points.stream().mapToLong(GrowthPoint::size).distinct().count();
  }

  static double[] logSizes(List<GrowthPoint> points) {
    return points.stream().mapToDouble(point -> Math.log(point.size())).toArray();
  }
}
