package org.activitysummary.evaluation.report.html;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One chart, as the page's script reads it.
 *
 * @param id of its canvas
 * @param title above it
 * @param description what it shows, for those who cannot see it
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series drawn in this order
 * @param limit a straight line; null if there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Chart(
    String id, String title, String description, Axis x, Axis y, List<Series> series, Limit limit) {

  /** Returns whether there is anything to draw. */
  boolean drawable() {
    return series.stream().anyMatch(s -> !s.points().isEmpty());
  }

  /**
   * An axis.
   *
   * @param title with its unit
   * @param logarithmic whether equal steps are equal factors
   * @param ticks values to label; null leaves them to the chart
   * @param labels names in place of numbers; null for numbers
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Axis(String title, boolean logarithmic, List<Double> ticks, List<String> labels) {

    static Axis linear(String title) {
      return new Axis(title, false, null, null);
    }

    static Axis logarithmic(String title) {
      return new Axis(title, true, null, null);
    }

    static Axis sizes(List<Integer> sizes) {
      return new Axis(
          "events of the user", true, sizes.stream().map(Integer::doubleValue).toList(), null);
    }

    static Axis names(List<String> labels) {
      return new Axis("", false, null, labels);
    }
  }

  /**
   * What is drawn in one colour.
   *
   * @param name in the legend
   * @param colour number of the colour and of the marks' shape
   * @param kind solid line, dashed line, steps, or marks alone
   * @param points in drawing order
   */
  record Series(String name, int colour, Kind kind, List<Point> points) {}

  /** How a series is drawn. */
  enum Kind {
    SOLID,
    DASHED,
    STEPS,
    MARKS
  }

  /**
   * A point.
   *
   * @param x horizontal
   * @param y vertical
   * @param low lower end of the interval of y; null if it has none
   * @param high upper end; null if it has none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Point(double x, double y, Double low, Double high) {

    static Point of(double x, double y) {
      return new Point(x, y, null, null);
    }
  }

  /**
   * A straight line.
   *
   * @param axis {@code x} or {@code y}: where its value is read
   * @param value in the axis' unit
   * @param name in the legend
   */
  record Limit(String axis, double value, String name) {}
}
