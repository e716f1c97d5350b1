package org.activitysummary.evaluation.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.evaluation.derivation.Derivation;
import org.activitysummary.evaluation.report.JsonFormat;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.evaluation.statistics.HistogramCodec;

/**
 * Computes every figure, comparison, verdict and the gate of a report once more from its recording,
 * with the code that made them, and holds the two against each other field by field.
 */
public final class Verification {

  /** Logarithms may differ in their last digit from one Java to another. */
  private static final double TOLERANCE = 1e-9;

  private static final String HISTOGRAM = ".histogram";

  private final List<Difference> differences = new ArrayList<>();

  private Verification() {}

  /**
   * Returns the fields that do not follow from the recording; empty if all do.
   *
   * @throws EvaluationException if the report has no recording, or one that cannot be read
   */
  public static List<Difference> of(Report report) {
    Verification verification = new Verification();
    verification.compare("", JsonFormat.tree(report), JsonFormat.tree(recomputed(report)));
    return verification.differences;
  }

  /**
   * Returns the report with everything computed anew from its recording.
   *
   * @throws EvaluationException if the report has no recording, or one that cannot be read
   */
  public static Report recomputed(Report report) {
    if (report.recording() == null) {
      throw new EvaluationException(
          "run %s holds no recording to compute its figures from: it was written by an older program; measure again"
              .formatted(report.run().id()));
    }
    try {
      return Derivation.complete(report);
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new EvaluationException(
          "the recording of run %s cannot be read: %s; take a file that a run wrote, unchanged"
              .formatted(report.run().id(), e.getMessage()),
          e);
    }
  }

  private void compare(String where, JsonNode found, JsonNode computed) {
    if (found.isObject() && computed.isObject()) {
      Set<String> names = new LinkedHashSet<>();
      found.fieldNames().forEachRemaining(names::add);
      computed.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        compare(where.isEmpty() ? name : where + "." + name, found.path(name), computed.path(name));
      }
    } else if (found.isArray() && computed.isArray()) {
      for (int i = 0; i < Math.max(found.size(), computed.size()); i++) {
        compare(where + "[" + i + "]", found.path(i), computed.path(i));
      }
    } else if (!same(where, found, computed)) {
      differences.add(new Difference(where, text(found), text(computed)));
    }
  }

  private static boolean same(String where, JsonNode found, JsonNode computed) {
    if (found.isNumber() && computed.isNumber()) {
      double a = found.doubleValue();
      double b = computed.doubleValue();
      return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
    }
    return found.equals(computed)
        || (where.endsWith(HISTOGRAM)
            && found.isTextual()
            && computed.isTextual()
            && sameHistogram(found.textValue(), computed.textValue()));
  }

  /** The same histogram is other bytes where another zlib compressed it. */
  private static boolean sameHistogram(String found, String computed) {
    try {
      return HistogramCodec.decode(found).equals(HistogramCodec.decode(computed));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String text(JsonNode node) {
    return node.isMissingNode() ? Difference.NOTHING : node.toString();
  }
}
