package org.activitysummary.evaluation.load;

/**
 * How long callers waited for a connection of the pool.
 *
 * @param connections that callers shared
 * @param acquired times that a connection was handed out
 * @param p50 median wait in milliseconds; null if none was handed out
 * @param max longest wait in milliseconds; null if none was handed out
 * @param timeouts waits that were given up
 */
public record PoolWaits(int connections, int acquired, Double p50, Double max, int timeouts) {}
