/** What a person waiting for the evaluation sees. */
package org.activitysummary.evaluation.progress;
