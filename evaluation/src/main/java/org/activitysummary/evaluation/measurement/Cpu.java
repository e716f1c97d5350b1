package org.activitysummary.evaluation.measurement;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Processor time of one call, user and system together; means over the measured calls.
 *
 * @param unit of every time in this block, {@code ms}
 * @param clientPerCall of the whole calling process, its collector and compiler included
 * @param serverPerCall of the server's backend and its parallel workers
 * @param reason why something is missing; null when nothing is
 */
public record Cpu(
    String unit,
    Double clientPerCall,
    Double serverPerCall,
    @JsonInclude(JsonInclude.Include.NON_NULL) String reason) {}
