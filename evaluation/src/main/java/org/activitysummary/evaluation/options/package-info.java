/** What to evaluate, how thoroughly and where. */
package org.activitysummary.evaluation.options;
