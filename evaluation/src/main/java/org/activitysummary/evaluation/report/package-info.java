/** The report of a run, and the files that hold it. */
package org.activitysummary.evaluation.report;
