/**
 * The statistics that judge measurements: percentiles with intervals, the P99 test, paired ratios,
 * growth, dependence. Pure functions of their arguments; every random draw comes from a seed that
 * the caller gives. The reasons for each method are in {@code docs/STATISTICS.md}.
 */
package org.activitysummary.evaluation.statistics;
