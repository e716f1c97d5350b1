/** What else the machine did while something was timed. */
package org.activitysummary.evaluation.noise;
