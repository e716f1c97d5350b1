/**
 * Which plans the statements of a timed implementation have on the very connection it was given.
 */
package org.activitysummary.benchmarks.plan;
