package org.activitysummary.evaluation.baseline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.activitysummary.evaluation.statistics.IndependentRatio;

/** Holds the quantities of a run against those of a baseline. */
public final class RegressionJudge {

  private final Baseline baseline;
  private final List<Quantity> run;
  private final List<Quantity> secondDraw;
  private final LocalDate day;

  private RegressionJudge(
      Baseline baseline, List<Quantity> run, List<Quantity> secondDraw, LocalDate day) {
    this.baseline = baseline;
    this.run = run;
    this.secondDraw = secondDraw;
    this.day = day;
  }

  /**
   * Returns one finding for each quantity of the baseline, in its order, then one for each that is
   * new.
   *
   * @param baseline what to hold the run against
   * @param run its quantities
   * @param secondDraw ratios of times that were measured once more; a slowdown that they do not
   *     confirm does not count, and what was undecided is judged by both draws together
   * @param day of the run, on which an acceptance may have expired
   */
  public static List<RegressionFinding> judge(
      Baseline baseline, List<Quantity> run, List<Quantity> secondDraw, LocalDate day) {
    return new RegressionJudge(baseline, run, secondDraw, day).judge();
  }

  private List<RegressionFinding> judge() {
    List<RegressionFinding> findings = new ArrayList<>();
    for (Quantity quantity : baseline.quantities()) {
      findings.add(
          in(run, quantity).map(now -> compared(quantity, now)).orElseGet(() -> missing(quantity)));
    }
    run.stream()
        .filter(now -> in(baseline.quantities(), now).isEmpty())
        .map(RegressionJudge::unknown)
        .forEach(findings::add);
    return findings;
  }

  private static Optional<Quantity> in(List<Quantity> quantities, Quantity wanted) {
    return quantities.stream().filter(wanted::sameAs).findFirst();
  }

  private static RegressionFinding missing(Quantity quantity) {
    return RegressionFinding.without(
        quantity,
        Outcome.MISSING,
        quantity.value(),
        null,
        "in the baseline, but not measured in this run");
  }

  private static RegressionFinding unknown(Quantity now) {
    return RegressionFinding.without(
        now, Outcome.NEW, null, now.value(), "measured in this run, but not in the baseline");
  }

  private RegressionFinding compared(Quantity before, Quantity now) {
    RegressionFinding finding = now.isRatio() ? time(before, now) : count(before, now);
    if (finding.outcome() != Outcome.REGRESSED) {
      return finding;
    }
    return baseline.accepted().stream()
        .filter(accepted -> accepted.isAbout(now))
        .findFirst()
        .map(accepted -> allowed(accepted, now, finding))
        .orElse(finding);
  }

  private static RegressionFinding count(Quantity before, Quantity now) {
    CountedQuantity counted =
        CountedQuantity.named(now.name())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the baseline knows a quantity '%s' that this program does not; use the release that wrote it"
                            .formatted(now.name())));
    double worsening = counted.worsening(before.value(), now.value());
    double tolerance = counted.tolerance(before.value());
    Outcome outcome =
        worsening > tolerance
            ? Outcome.REGRESSED
            : worsening < -tolerance ? Outcome.IMPROVED : Outcome.UNCHANGED;
    return RegressionFinding.without(
        now, outcome, before.value(), now.value(), countSentence(before, now, tolerance));
  }

  private static String countSentence(Quantity before, Quantity now, double tolerance) {
    return String.format(
        Locale.ROOT,
        "%s %s instead of %s (%s)",
        number(now.value()),
        now.unit(),
        number(before.value()),
        tolerance == 0 ? "counted, no tolerance" : "tolerance " + number(tolerance));
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%,.2f", value);
  }

  private RegressionFinding time(Quantity before, Quantity now) {
    TimeRule rule = TimeRule.at(now.levelMillis());
    IndependentRatio first = change(before, now);
    Outcome outcome = rule.judge(first);
    String sentence = rule.sentence(first);
    Optional<Quantity> again = in(secondDraw, now);
    boolean doubtful = outcome == Outcome.REGRESSED || outcome == Outcome.UNDECIDED;
    if (!doubtful || again.isEmpty()) {
      return RegressionFinding.compared(before, now, outcome, first, sentence);
    }
    return twice(before, now, again.get(), rule, outcome);
  }

  /** Both draws together decide, but nothing is slower that the second alone does not show. */
  private static RegressionFinding twice(
      Quantity before, Quantity now, Quantity again, TimeRule rule, Outcome once) {
    IndependentRatio first = change(before, now);
    IndependentRatio second = change(before, again);
    IndependentRatio both = IndependentRatio.between(before.mean(), now.mean().and(again.mean()));
    boolean refuted = once == Outcome.REGRESSED && !rule.isSlower(second);
    Outcome outcome = rule.judge(refuted ? second : both);
    if (outcome == Outcome.REGRESSED && !rule.isSlower(second)) {
      outcome = Outcome.UNDECIDED;
    }
    String sentence =
        "%s; %s by a second draw: %s; both: %s"
            .formatted(
                rule.sentence(first),
                rule.isSlower(second) ? "confirmed" : "not confirmed",
                rule.sentence(second),
                rule.sentence(both));
    return RegressionFinding.compared(before, now, outcome, both, sentence);
  }

  private static IndependentRatio change(Quantity before, Quantity now) {
    return IndependentRatio.between(before.mean(), now.mean());
  }

  private RegressionFinding allowed(
      AcceptedRegression accepted, Quantity now, RegressionFinding finding) {
    double least = now.isRatio() && now.low() != null ? now.low() : now.value();
    boolean within =
        now.isRatio()
            ? least <= accepted.upTo()
            : CountedQuantity.named(now.name()).orElseThrow().worsening(accepted.upTo(), least)
                <= 0;
    if (!within) {
      return with(
          finding,
          Outcome.REGRESSED,
          "; more than the accepted %s".formatted(number(accepted.upTo())));
    }
    boolean expired = accepted.expiredOn(day);
    return with(
        finding,
        expired ? Outcome.EXPIRED : Outcome.ACCEPTED,
        "; %s %s: %s"
            .formatted(
                expired ? "was accepted until" : "accepted until",
                accepted.expires(),
                accepted.reason()));
  }

  private static RegressionFinding with(RegressionFinding f, Outcome outcome, String more) {
    return new RegressionFinding(
        f.implementation(),
        f.size(),
        f.quantity(),
        outcome,
        f.unit(),
        f.baseline(),
        f.observed(),
        f.change(),
        f.low(),
        f.high(),
        f.sentence() + more);
  }
}
