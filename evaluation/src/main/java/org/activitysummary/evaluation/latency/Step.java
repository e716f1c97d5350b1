package org.activitysummary.evaluation.latency;

/** What one fork is for: one implementation alone, or several in turns. */
public sealed interface Step permits Cell, Turns {}
