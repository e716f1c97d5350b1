/** The few figures of a run that are followed from run to run. */
package org.activitysummary.evaluation.tracking;
