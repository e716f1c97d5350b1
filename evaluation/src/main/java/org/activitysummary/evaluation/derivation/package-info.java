/** The figures, comparisons and verdicts that follow from what was recorded. */
package org.activitysummary.evaluation.derivation;
