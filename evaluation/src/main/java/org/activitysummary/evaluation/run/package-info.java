/** One evaluation from an empty database to a report, stage by stage. */
package org.activitysummary.evaluation.run;
