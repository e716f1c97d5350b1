package org.activitysummary.evaluation.process;

import java.time.Duration;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;

/** Samples the resident set through OSHI where the kernel keeps no high-water mark. */
final class SampledPeakMeter implements PeakMeter {

  private static final Duration INTERVAL = Duration.ofMillis(2);

  private final long processId;
  private final Thread sampler;
  private volatile long peak;
  private volatile boolean stopped;

  private SampledPeakMeter(long processId) {
    this.processId = processId;
    this.sampler = new Thread(this::sample, "resident-set-sampler");
    this.sampler.setDaemon(true);
  }

  static SampledPeakMeter start(long processId) {
    SampledPeakMeter meter = new SampledPeakMeter(processId);
    meter.sampler.start();
    return meter;
  }

  static long residentBytes(long processId) {
    OSProcess process = new SystemInfo().getOperatingSystem().getProcess((int) processId);
    if (process == null) {
      throw new CallerFailure("The calling process is gone", null);
    }
    return process.getResidentMemory();
  }

  @Override
  public String method() {
    return "sampled every " + INTERVAL.toMillis() + " ms (OSHI)";
  }

  @Override
  public long peak() {
    peak = Math.max(peak, residentBytes(processId));
    return peak;
  }

  @Override
  public void close() {
    stopped = true;
  }

  private void sample() {
    OSProcess process = new SystemInfo().getOperatingSystem().getProcess((int) processId);
    while (!stopped && process != null && process.updateAttributes()) {
      peak = Math.max(peak, process.getResidentMemory());
      try {
        Thread.sleep(INTERVAL.toMillis());
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
