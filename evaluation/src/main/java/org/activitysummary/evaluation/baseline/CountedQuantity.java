package org.activitysummary.evaluation.baseline;

import java.util.Optional;
import java.util.stream.Stream;

/** What does not depend on how fast the machine is, and how much of it may change unnoticed. */
public enum CountedQuantity {
  /** Rows received, counted on the wire: no tolerance. */
  ROWS("network.rowsPerCall", "rows", 0, 0, true),
  /** Statements, counted on the wire: no tolerance. */
  STATEMENTS("network.statementsPerCall", "statements", 0, 0, true),
  /** Lengths of numbers, of error texts and of the driver's messages vary by a few bytes. */
  BYTES_RECEIVED("network.bytesReceivedPerCall", "bytes", 0.05, 64, true),
  /** A statement's name grows with its number. */
  BYTES_SENT("network.bytesSentPerCall", "bytes", 0.05, 64, true),
  /** Whether a sort just fits its memory may depend on the number of workers that came. */
  TEMP_BYTES("server.tempBytes", "bytes", 0.10, 1 << 20, true),
  /** Resident sets of two equal JVMs differ by a few megabytes. */
  MEMORY_GROWTH("memory.growth", "bytes", 0, 4 << 20, true),
  /** Wrong answers of all groups together. */
  WRONG_ANSWERS("answers.wrong", "answers", 0, 0, true),
  /** Fewer questions are weaker evidence. */
  ASKED("answers.asked", "answers", 0, 0, false);

  /** Means of equal counts may differ in their last digits. */
  private static final double ROUNDING = 1e-9;

  private final String id;
  private final String unit;
  private final double relativeTolerance;
  private final double absoluteTolerance;
  private final boolean lessIsBetter;

  CountedQuantity(
      String id,
      String unit,
      double relativeTolerance,
      double absoluteTolerance,
      boolean lessIsBetter) {
    this.id = id;
    this.unit = unit;
    this.relativeTolerance = relativeTolerance;
    this.absoluteTolerance = absoluteTolerance;
    this.lessIsBetter = lessIsBetter;
  }

  /** Returns the name in files. */
  public String id() {
    return id;
  }

  /** Returns the unit of values and tolerance. */
  public String unit() {
    return unit;
  }

  /** Returns the quantity of that name; empty if it is none that is counted. */
  static Optional<CountedQuantity> named(String id) {
    return Stream.of(values()).filter(counted -> counted.id.equals(id)).findFirst();
  }

  /** Returns how far a value may lie from a baseline's without a word. */
  double tolerance(double baseline) {
    return Math.max(absoluteTolerance, relativeTolerance * Math.abs(baseline));
  }

  /** Returns by how much a value is worse than another, below 0 if it is better. */
  double worsening(double from, double to) {
    double rounding = ROUNDING * Math.max(Math.abs(from), Math.abs(to));
    double change = lessIsBetter ? to - from : from - to;
    return Math.abs(change) <= rounding ? 0 : change;
  }
}
