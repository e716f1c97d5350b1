package org.activitysummary.evaluation.report;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;

/**
 * {@code jmh-result.json}: the latency measurement in JMH's own format, for JMH's visualisers.
 *
 * @param results of the forks, in the order they ran; what the report itself does not hold
 */
public record JmhExporter(List<RunResult> results) implements Exporter {

  /** Keeps a copy. */
  public JmhExporter {
    results = List.copyOf(results);
  }

  @Override
  public String fileName() {
    return "jmh-result.json";
  }

  /**
   * Returns one entry for each benchmark and its parameters, as readers expect, although JMH ran
   * once for each fork.
   */
  @Override
  public byte[] export(Report report) {
    Map<String, List<RunResult>> byParameters = new LinkedHashMap<>();
    for (RunResult result : results) {
      byParameters.computeIfAbsent(result.getParams().id(), id -> new ArrayList<>()).add(result);
    }
    List<RunResult> merged = byParameters.values().stream().map(JmhExporter::merged).toList();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(merged);
    }
    return bytes.toByteArray();
  }

  private static RunResult merged(List<RunResult> forks) {
    List<BenchmarkResult> all =
        forks.stream().flatMap(fork -> fork.getBenchmarkResults().stream()).toList();
    return new RunResult(forks.get(0).getParams(), all);
  }
}
