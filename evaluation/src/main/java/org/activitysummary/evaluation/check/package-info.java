/** The twelve checks: evidence in, findings out. */
package org.activitysummary.evaluation.check;
