package org.activitysummary.evaluation.statistics;

/** The shape in which a quantity grows with the number of events. */
public enum GrowthModel {
  /** No growth is shown; the interval says how much of it could have been missed. */
  CONSTANT,
  /** In proportion to the logarithm of the number of events. */
  LOGARITHMIC,
  /** In proportion to the number of events. */
  LINEAR
}
