/** Implementations side by side, paired by round. */
package org.activitysummary.evaluation.comparison;
