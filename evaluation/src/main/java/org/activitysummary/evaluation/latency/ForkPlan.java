package org.activitysummary.evaluation.latency;

import java.time.Duration;

/**
 * How long a fork runs.
 *
 * @param warmup before anything is recorded
 * @param measuring while calls are recorded
 */
public record ForkPlan(Duration warmup, Duration measuring) {}
