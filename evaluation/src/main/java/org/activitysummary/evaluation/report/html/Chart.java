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
   * @param fromZero whether a linear axis begins at zero; otherwise it spans the points alone
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Axis(
      String title,
      boolean logarithmic,
      List<Double> ticks,
      List<String> labels,
      boolean fromZero) {

    static Axis linear(String title) {
      return new Axis(title, false, null, null, true);
    }

    /** Shows small differences between large numbers. */
    static Axis close(String title) {
      return new Axis(title, false, null, null, false);
    }

    static Axis logarithmic(String title) {
      return new Axis(title, true, null, null, false);
    }

    /** Labels whole numbers and nothing between them. */
    static Axis counted(String title, List<Integer> values) {
      return new Axis(
          title, false, values.stream().map(Integer::doubleValue).toList(), null, false);
    }

    /** Labels the values that there are, equal steps being equal factors. */
    static Axis growing(String title, List<Integer> values) {
      return new Axis(title, true, values.stream().map(Integer::doubleValue).toList(), null, false);
    }

    static Axis sizes(List<Integer> sizes) {
      return growing("events of the user", sizes);
    }

    static Axis names(List<String> labels) {
      return new Axis("", false, null, labels, false);
    }
  }

  /**
   * What is drawn in one colour.
   *
   * @param name in the legend
   * @param colour number of the colour and of the marks' shape
   * @param kind marks and a solid or dashed line, a line alone, steps, or marks alone
   * @param points in drawing order
   */
  record Series(String name, int colour, Kind kind, List<Point> points) {}

  /** How a series is drawn. */
  enum Kind {
    SOLID,
    DASHED,
    LINE,
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
