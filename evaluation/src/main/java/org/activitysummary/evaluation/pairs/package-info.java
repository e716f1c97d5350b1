/** Implementations two by two, in turns, until their ratio is known well enough to hold a goal. */
package org.activitysummary.evaluation.pairs;
