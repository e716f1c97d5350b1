/** What was recorded during a run: every timed call, every reading. */
package org.activitysummary.evaluation.recording;
