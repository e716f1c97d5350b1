/** Data that a statement may be slow on: how much slower, and whether it is still right. */
package org.activitysummary.evaluation.adverse;
