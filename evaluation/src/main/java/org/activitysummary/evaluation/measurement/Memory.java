package org.activitysummary.evaluation.measurement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Memory of the calling process, a JVM of its own that does nothing else.
 *
 * @param unit of every size in this block, {@code bytes}
 * @param method how the peak was found: the kernel's high-water mark, or sampling
 * @param processes fresh JVMs measured; the figures are those of the median process by peak
 * @param calls calls made in each while the peak was watched
 * @param idleRss resident set after the pool is warm and before the first call
 * @param peakRss highest resident set during the calls
 * @param deltaRss {@code peakRss - idleRss}
 * @param maxPeakRss highest peak of all the processes
 * @param allocatedPerCall heap bytes allocated by one call, mean
 * @param smallestHeap smallest maximum heap in which calls are still answered; null if not searched
 * @param peaks each process's peak, in the order they ran
 * @param deltas each process's peak above its own idle, in the same order
 * @param reason why something is missing; null when nothing is
 */
public record Memory(
    String unit,
    String method,
    int processes,
    int calls,
    Long idleRss,
    Long peakRss,
    Long deltaRss,
    Long maxPeakRss,
    Long allocatedPerCall,
    Long smallestHeap,
    List<Long> peaks,
    List<Long> deltas,
    @JsonInclude(JsonInclude.Include.NON_NULL) String reason) {

  /** The unit of every size in a report. */
  public static final String BYTES = "bytes";

  /** Returns the same with the result of a search for the smallest heap. */
  public Memory withSmallestHeap(Long bytes) {
    return new Memory(
        unit,
        method,
        processes,
        calls,
        idleRss,
        peakRss,
        deltaRss,
        maxPeakRss,
        allocatedPerCall,
        bytes,
        peaks,
        deltas,
        bytes == null ? "3 GB of heap were not enough" : null);
  }
}
