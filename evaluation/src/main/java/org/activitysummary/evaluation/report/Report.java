package org.activitysummary.evaluation.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.activitysummary.evaluation.baseline.RegressionFinding;
import org.activitysummary.evaluation.check.CheckResult;
import org.activitysummary.evaluation.comparison.Comparison;
import org.activitysummary.evaluation.conformance.Conformance;
import org.activitysummary.evaluation.environment.Environment;
import org.activitysummary.evaluation.evidence.DatabaseEvidence;
import org.activitysummary.evaluation.gate.GateResult;
import org.activitysummary.evaluation.guard.SchemaGuard.SchemaWatch;
import org.activitysummary.evaluation.load.LoadOutcome;
import org.activitysummary.evaluation.measurement.Measurement;
import org.activitysummary.evaluation.planted.FaultFinding;
import org.activitysummary.evaluation.recording.Recording;
import org.activitysummary.testbed.dataset.SeededUser;

/**
 * One run, complete: what {@code report.json} holds, and what every other output is made from.
 *
 * @param schemaVersion of this structure; fields are only added while it stays the same
 * @param run when and how
 * @param environment where
 * @param dataset on what
 * @param implementations which
 * @param measurements of every implementation at every size
 * @param comparisons of implementations
 * @param conformance answers before anything was timed, by implementation
 * @param schema what the schema guard saw, by implementation
 * @param load many callers at once, by implementation
 * @param plans the server's side: statements and plans
 * @param plantedFaults the proof that checks can fail
 * @param checks verdicts, one for each implementation and check
 * @param regressions quantities held against the baseline; empty without one
 * @param gate the verdict of the run
 * @param recording what all of it is computed from; null in older reports
 */
public record Report(
    int schemaVersion,
    Run run,
    Environment environment,
    DatasetBlock dataset,
    List<ImplementationBlock> implementations,
    List<Measurement> measurements,
    List<Comparison> comparisons,
    Map<String, Conformance> conformance,
    Map<String, SchemaWatch> schema,
    Map<String, LoadOutcome> load,
    List<DatabaseEvidence> plans,
    List<FaultFinding> plantedFaults,
    List<CheckResult> checks,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RegressionFinding> regressions,
    GateResult gate,
    @JsonInclude(JsonInclude.Include.NON_NULL) Recording recording) {

  /** The version that this program writes. */
  public static final int SCHEMA_VERSION = 1;

  /** Puts nothing measured where an older report has no such block. */
  public Report {
    conformance = conformance == null ? Map.of() : conformance;
    schema = schema == null ? Map.of() : schema;
    load = load == null ? Map.of() : load;
    plans = plans == null ? List.of() : plans;
    plantedFaults = plantedFaults == null ? List.of() : plantedFaults;
    regressions = regressions == null ? List.of() : regressions;
  }

  /** Returns a report of what was recorded, nothing computed yet. */
  public static Report recorded(
      Run run,
      Environment environment,
      DatasetBlock dataset,
      List<ImplementationBlock> implementations,
      Recording recording,
      Map<String, Conformance> conformance,
      Map<String, SchemaWatch> schema,
      Map<String, LoadOutcome> load,
      List<DatabaseEvidence> plans,
      List<FaultFinding> plantedFaults) {
    return new Report(
        SCHEMA_VERSION,
        run,
        environment,
        dataset,
        implementations,
        List.of(),
        List.of(),
        conformance,
        schema,
        load,
        plans,
        plantedFaults,
        List.of(),
        List.of(),
        null,
        recording);
  }

  /** Returns the same recordings with everything that is computed from them. */
  public Report with(
      Environment environment,
      List<Measurement> measurements,
      List<Comparison> comparisons,
      List<CheckResult> checks,
      List<RegressionFinding> regressions,
      GateResult gate) {
    return new Report(
        schemaVersion,
        run,
        environment,
        dataset,
        implementations,
        measurements,
        comparisons,
        conformance,
        schema,
        load,
        plans,
        plantedFaults,
        checks,
        regressions,
        gate,
        recording);
  }

  /** Returns the same with other outcomes of the load, nothing else computed anew. */
  public Report with(Map<String, LoadOutcome> other) {
    return new Report(
        schemaVersion,
        run,
        environment,
        dataset,
        implementations,
        measurements,
        comparisons,
        conformance,
        schema,
        other,
        plans,
        plantedFaults,
        checks,
        regressions,
        gate,
        recording);
  }

  /** Returns the same with another recording, nothing computed anew. */
  public Report with(Recording other) {
    return new Report(
        schemaVersion,
        run,
        environment,
        dataset,
        implementations,
        measurements,
        comparisons,
        conformance,
        schema,
        load,
        plans,
        plantedFaults,
        checks,
        regressions,
        gate,
        other);
  }

  /**
   * When and how.
   *
   * @param id unique, sortable by time
   * @param startedAt ISO 8601 in UTC
   * @param finishedAt ISO 8601 in UTC
   * @param profile its name
   * @param command as typed, without secrets
   * @param resumedAt when the run was continued after it had been aborted, ISO 8601 in UTC; empty
   *     if it never was
   * @param reusedCells measurements that were not repeated when it was continued last; 0 if it
   *     never was
   * @param stageSeconds how long each stage took, by name; empty in older reports
   */
  public record Run(
      String id,
      String startedAt,
      String finishedAt,
      String profile,
      String command,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> resumedAt,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) int reusedCells,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Double> stageSeconds) {

    /** Puts nothing where a report has no such field. */
    public Run {
      resumedAt = resumedAt == null ? List.of() : List.copyOf(resumedAt);
      stageSeconds = stageSeconds == null ? Map.of() : stageSeconds;
    }

    /** Returns a run in one go. */
    public static Run ofOneGo(
        String id, String startedAt, String finishedAt, String profile, String command) {
      return new Run(id, startedAt, finishedAt, profile, command, List.of(), 0, Map.of());
    }
  }

  /**
   * On what.
   *
   * @param spec everything that decides the rows
   * @param seed the spec's
   * @param fingerprint SHA-256 over all rows
   * @param rows stored rows of all users
   * @param loadSeconds time to generate, load and prepare them
   * @param users the seeded users
   */
  public record DatasetBlock(
      Map<String, Object> spec,
      long seed,
      String fingerprint,
      long rows,
      double loadSeconds,
      List<SeededUser> users) {}

  /**
   * One contender.
   *
   * @param name on the command line
   * @param kind {@code subject}, {@code reference}, {@code alternative} or {@code candidate}
   * @param description one line
   */
  public record ImplementationBlock(String name, String kind, String description) {}
}
