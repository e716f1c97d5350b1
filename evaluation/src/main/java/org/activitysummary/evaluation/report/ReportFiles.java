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

/** The files of a run. */
public final class ReportFiles {

  /** The report. */
  public static final String JSON = "report.json";

  /** The latency measurement in JMH's own format, for JMH's visualisers. */
  public static final String JMH = "jmh-result.json";

  private ReportFiles() {}

  /**
   * Writes every file; {@code report.json} last, so that where it is, the others are too.
   *
   * @param report complete and judged
   * @param jmh results of the forks
   * @param directory claimed before
   */
  public static void write(Report report, List<RunResult> jmh, ReportDirectory directory) {
    directory.write(JMH, jmhJson(jmh));
    directory.write(JSON, JsonFormat.bytes(report));
  }

  /**
   * JMH ran once for each fork; a reader expects one entry for each benchmark and its parameters.
   */
  private static byte[] jmhJson(List<RunResult> results) {
    Map<String, List<RunResult>> byParameters = new LinkedHashMap<>();
    for (RunResult result : results) {
      byParameters.computeIfAbsent(result.getParams().id(), id -> new ArrayList<>()).add(result);
    }
    List<RunResult> merged = byParameters.values().stream().map(ReportFiles::merged).toList();
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
