package org.activitysummary.evaluation.process;

/** Finds the highest resident set of a process between its creation and {@link #peak()}. */
public interface PeakMeter extends AutoCloseable {

  /** Returns a meter that watches from now on: the kernel's own where there is one. */
  static PeakMeter watch(long processId) {
    return ProcFile.resetPeak(processId)
        ? new KernelPeakMeter(processId)
        : SampledPeakMeter.start(processId);
  }

  /** Returns the resident set of a process now, in bytes. */
  static long residentBytes(long processId) {
    return ProcFile.statusBytes(processId, "VmRSS")
        .orElseGet(() -> SampledPeakMeter.residentBytes(processId));
  }

  /** Returns how the peak is found, for the report. */
  String method();

  /** Returns the highest resident set so far, in bytes. */
  long peak();

  @Override
  default void close() {
    // The kernel needs no telling.
  }
}
