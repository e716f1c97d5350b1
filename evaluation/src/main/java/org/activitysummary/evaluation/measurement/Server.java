package org.activitysummary.evaluation.measurement;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What one call costs the server beside processor time.
 *
 * @param unit of every size in this block, {@code bytes}
 * @param peakMemory highest private memory of the backend and its workers together during the
 *     calls, shared buffers not counted; sampled, so a lower bound
 * @param idleMemory private memory of the backend before the first call
 * @param tempBytes temporary files written by one call, mean
 * @param reason why something is missing; null when nothing is
 */
public record Server(
    String unit,
    Long peakMemory,
    Long idleMemory,
    Double tempBytes,
    @JsonInclude(JsonInclude.Include.NON_NULL) String reason) {}
