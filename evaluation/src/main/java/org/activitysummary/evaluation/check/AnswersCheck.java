package org.activitysummary.evaluation.check;

import java.util.function.Function;
import org.activitysummary.evaluation.conformance.Conformance;
import org.activitysummary.evaluation.conformance.Tally;

/**
 * Every answer of a group must be right.
 *
 * @param id as in reports
 * @param requirement it belongs to
 * @param group what was asked, in a few words
 * @param answers of that group
 */
record AnswersCheck(
    String id, String requirement, String group, Function<Conformance, Tally> answers)
    implements Check {

  @Override
  public Finding judge(String implementation, Evidence evidence) {
    Conformance conformance = evidence.conformance().get(implementation);
    Tally tally = conformance == null ? Tally.NONE : answers.apply(conformance);
    if (tally.asked() == 0) {
      return Finding.inconclusive("Nothing was asked about %s.".formatted(group));
    }
    return Finding.counted(
        tally.passed(), tally.right(), tally.asked(), "answers", sentence(tally), tally.failures());
  }

  private String sentence(Tally tally) {
    String counts =
        "%d of %d answers about %s are right".formatted(tally.right(), tally.asked(), group);
    return tally.failures().isEmpty()
        ? counts + "."
        : "%s; the first that is not: %s.".formatted(counts, tally.failures().get(0));
  }
}
