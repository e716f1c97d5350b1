/** From check results to one verdict and an exit code. */
package org.activitysummary.evaluation.gate;
