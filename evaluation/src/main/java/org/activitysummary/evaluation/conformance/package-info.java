/** Proves the answers before anything is timed. */
package org.activitysummary.evaluation.conformance;
