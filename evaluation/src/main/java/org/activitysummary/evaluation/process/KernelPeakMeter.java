package org.activitysummary.evaluation.process;

/**
 * Reads the kernel's high-water mark, {@code VmHWM}, which misses no peak however short.
 *
 * <p>Source: proc_pid_clear_refs(5), "5: reset the peak resident set size". The kernel batches the
 * counter per processor, so differences below 1 MB mean nothing.
 */
record KernelPeakMeter(long processId) implements PeakMeter {

  @Override
  public String method() {
    return "kernel high-water mark (VmHWM)";
  }

  @Override
  public long peak() {
    return ProcFile.statusBytes(processId, "VmHWM")
        .orElseThrow(() -> new CallerFailure("The calling process is gone", null));
  }
}
