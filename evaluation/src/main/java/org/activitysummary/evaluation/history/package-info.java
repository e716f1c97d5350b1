/** Several runs beside each other: two in detail, or many over time. */
package org.activitysummary.evaluation.history;
