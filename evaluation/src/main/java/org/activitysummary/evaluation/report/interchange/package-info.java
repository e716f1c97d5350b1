/** Figures of a run in the formats of services that follow benchmarks over time. */
package org.activitysummary.evaluation.report.interchange;
