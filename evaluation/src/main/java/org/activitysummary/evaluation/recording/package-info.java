/** What was recorded during a run, and the figures and verdicts that follow from it. */
package org.activitysummary.evaluation.recording;
