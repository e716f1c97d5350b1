/** What the server says about the statements: plans, rows, buffers, temporary files, workers. */
package org.activitysummary.evaluation.evidence;
