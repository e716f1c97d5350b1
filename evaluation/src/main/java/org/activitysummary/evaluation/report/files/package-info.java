/** Which files a run is written to, and in what order. */
package org.activitysummary.evaluation.report.files;
