package org.activitysummary.evaluation.verification;

import java.util.List;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.evaluation.baseline.Baseline;
import org.activitysummary.evaluation.baseline.Fingerprint;
import org.activitysummary.evaluation.derivation.Derivation;
import org.activitysummary.evaluation.derivation.Quantities;
import org.activitysummary.evaluation.report.Report;

/** Holds a report against a baseline after it was written. */
public final class HeldAgainst {

  private HeldAgainst() {}

  /**
   * Returns the report with its regressions and its gate judged anew; where it has a recording,
   * only after everything in it was found to follow from that.
   *
   * @param report as it was read
   * @param baseline null for none
   * @param strict whether what cannot be decided fails
   * @throws EvaluationException if the report was edited, or did other work than the baseline
   */
  public static Report of(Report report, Baseline baseline, boolean strict) {
    Fingerprint here = Quantities.fingerprint(report);
    requireSameWork(baseline, here.dataset(), here.profile());
    if (report.recording() == null) {
      return Derivation.heldAgainst(baseline, report, List.of(), strict);
    }
    List<?> differences = Verification.of(report);
    if (!differences.isEmpty()) {
      throw new EvaluationException(
          "run %s does not follow from its own recording in %d fields, the first is %s; verify-report names all"
              .formatted(report.run().id(), differences.size(), differences.get(0)));
    }
    return Derivation.complete(report.with(report.recording().heldAgainst(baseline, strict)));
  }

  /**
   * Refuses to hold a run against a baseline of other work: other rows, or other numbers of calls.
   *
   * @param baseline null refuses nothing
   * @param dataset fingerprint of the run's
   * @param profile name of the run's
   * @throws EvaluationException if they differ
   */
  public static void requireSameWork(Baseline baseline, String dataset, String profile) {
    if (baseline == null) {
      return;
    }
    Fingerprint there = baseline.fingerprint();
    Fingerprint here =
        new Fingerprint(
            there.cpu(),
            there.cores(),
            there.jvm(),
            there.postgres(),
            dataset,
            profile,
            there.jvmFlags());
    List<String> differences = there.workDifferencesTo(here);
    if (!differences.isEmpty()) {
      throw new EvaluationException(
          "a run must do the same work as its baseline but differs in %s (baseline first); use the same --sizes, --seed and --profile, or another --baseline"
              .formatted(String.join(", ", differences)));
    }
  }
}
