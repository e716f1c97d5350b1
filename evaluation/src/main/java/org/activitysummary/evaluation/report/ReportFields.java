package org.activitysummary.evaluation.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** The fields that every report of version 1 has; later programs add others. */
final class ReportFields {

  /** Paths that must not be null; {@code []} stands for each element of an array. */
  static final List<String> REQUIRED =
      List.of(
          "run.id",
          "run.startedAt",
          "run.finishedAt",
          "run.profile",
          "run.command",
          "environment.cpu",
          "environment.cores",
          "environment.os",
          "environment.jvm",
          "environment.jvmFlags",
          "environment.callerJvmFlags",
          "environment.postgres.version",
          "environment.postgres.kind",
          "environment.postgres.settings",
          "environment.git",
          "dataset.spec",
          "dataset.seed",
          "dataset.fingerprint",
          "dataset.rows",
          "dataset.users",
          "implementations[].name",
          "implementations[].kind",
          "measurements[].implementation",
          "measurements[].size",
          "comparisons[].quantity",
          "comparisons[].size",
          "comparisons[].subject",
          "comparisons[].reference",
          "checks[].id",
          "checks[].requirement",
          "checks[].implementation",
          "checks[].verdict",
          "checks[].sentence",
          "checks[].evidence",
          "gate.verdict",
          "gate.exitCode",
          "gate.reasons");

  private ReportFields() {}

  /** Returns where a required field is missing or null; empty if it is there everywhere. */
  static Optional<String> firstMissing(JsonNode root, String path) {
    return missing(root, "", path);
  }

  private static Optional<String> missing(JsonNode node, String where, String path) {
    if (path.isEmpty()) {
      return Optional.empty();
    }
    int dot = path.indexOf('.');
    String head = dot < 0 ? path : path.substring(0, dot);
    String rest = dot < 0 ? "" : path.substring(dot + 1);
    boolean array = head.endsWith("[]");
    String name = array ? head.substring(0, head.length() - 2) : head;
    String here = where.isEmpty() ? name : where + "." + name;
    JsonNode child = node.path(name);
    if (child.isMissingNode() || child.isNull() || (array && !child.isArray())) {
      return Optional.of(here);
    }
    return array ? inElements(child, here, rest) : missing(child, here, rest);
  }

  private static Optional<String> inElements(JsonNode array, String where, String path) {
    for (int i = 0; i < array.size(); i++) {
      Optional<String> missing = missing(array.get(i), where + "[" + i + "]", path);
      if (missing.isPresent()) {
        return missing;
      }
    }
    return Optional.empty();
  }
}
