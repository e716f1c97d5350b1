/** Whether a report agrees with what was recorded in it. */
package org.activitysummary.evaluation.verification;
