package org.activitysummary.evaluation.check;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.activitysummary.evaluation.comparison.Comparison;
import org.activitysummary.evaluation.comparison.RunNoise;
import org.activitysummary.evaluation.conformance.Conformance;
import org.activitysummary.evaluation.guard.SchemaGuard.SchemaWatch;
import org.activitysummary.evaluation.load.LoadOutcome;
import org.activitysummary.evaluation.measurement.Figure;
import org.activitysummary.evaluation.measurement.Latency;
import org.activitysummary.evaluation.measurement.Measurement;
import org.activitysummary.evaluation.measurement.Memory;
import org.activitysummary.evaluation.statistics.Dependence;

/** Evidence in which everything is absent but what a test names. */
final class CheckFixture {

  static final long MEGABYTE = 1 << 20;
  static final double LATENCY_LIMIT = 200;

  private CheckFixture() {}

  static Evidence nothing(Integer... sizes) {
    return measured(List.of(sizes));
  }

  static Evidence measured(List<Integer> sizes, Measurement... measurements) {
    return measured(sizes, null, measurements);
  }

  static Evidence measured(List<Integer> sizes, RunNoise noise, Measurement... measurements) {
    return new Evidence(
        sizes,
        Map.of(),
        List.of(measurements),
        List.of(),
        Map.of(),
        null,
        Map.of(),
        noise,
        Map.of());
  }

  static Evidence compared(List<Integer> sizes, Comparison... comparisons) {
    return new Evidence(
        sizes, Map.of(), List.of(), List.of(comparisons), Map.of(), null, Map.of(), null);
  }

  static Evidence answered(Conformance conformance) {
    return new Evidence(
        List.of(100),
        Map.of("after", conformance),
        List.of(),
        List.of(),
        Map.of(),
        null,
        Map.of(),
        null);
  }

  static Evidence watched(SchemaWatch watch) {
    return new Evidence(
        List.of(100), Map.of(), List.of(), List.of(), Map.of("after", watch), null, Map.of(), null);
  }

  static Evidence loaded(LoadOutcome load) {
    return new Evidence(
        List.of(100), Map.of(), List.of(), List.of(), Map.of(), null, Map.of("after", load), null);
  }

  static Measurement timed(String implementation, int size, Latency latency) {
    return new Measurement(implementation, size, latency, null, null, null, null);
  }

  static Latency latency(
      long samples,
      long over,
      Figure p50,
      Figure p99,
      Dependence dependence,
      Latency.Look... looks) {
    Figure unused = Figure.missing("not judged");
    return new Latency(
        Latency.MILLISECONDS,
        "test",
        samples,
        null,
        p50,
        unused,
        unused,
        p99,
        unused,
        null,
        LATENCY_LIMIT,
        over,
        List.of(looks),
        List.of(),
        "",
        dependence,
        null);
  }

  static Figure exactly(double millis) {
    return Figure.of(millis, millis, millis);
  }

  /** Memory of processes that idle at nothing, so that a peak is a growth as well. */
  static Measurement weighed(String implementation, int size, long... peaks) {
    List<Long> all = LongStream.of(peaks).boxed().toList();
    long median = LongStream.of(peaks).sorted().toArray()[peaks.length / 2];
    long highest = LongStream.of(peaks).max().orElseThrow();
    Memory memory =
        new Memory(
            Memory.BYTES,
            "test",
            peaks.length,
            1,
            0L,
            median,
            median,
            highest,
            0L,
            null,
            all,
            all,
            null);
    return new Measurement(implementation, size, null, memory, null, null, null);
  }

  static Comparison faster(int size, double ratio, double low, double high) {
    return new Comparison(
        Comparison.LATENCY_P50, size, "after", "before", ratio, low, high, 5, 0.1, 0.01, null);
  }
}
