/**
 * The evaluation, left to right: conformance, latency, memory, load, schema guard, checks, report,
 * gate.
 */
package org.activitysummary.evaluation;
