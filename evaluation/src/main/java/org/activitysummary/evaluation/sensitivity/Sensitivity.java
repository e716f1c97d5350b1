package org.activitysummary.evaluation.sensitivity;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.activitysummary.benchmarks.ReaderPool;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.evaluation.latency.ForkResult;
import org.activitysummary.evaluation.planted.InProcessTimer;
import org.activitysummary.evaluation.planted.SlowedService;
import org.activitysummary.evaluation.progress.Progress;
import org.activitysummary.evaluation.statistics.Change;
import org.activitysummary.evaluation.statistics.LatencySample;
import org.activitysummary.evaluation.statistics.PairedRatio;
import org.activitysummary.evaluation.statistics.RatioEstimate;
import org.activitysummary.evaluation.statistics.RegressionRule;
import org.activitysummary.evaluation.statistics.RoundQuantity;
import org.activitysummary.evaluation.statistics.TrimmedT;
import org.activitysummary.testbed.dataset.SeededUser;
import org.activitysummary.testbed.target.Target;

/**
 * Shows on this machine, today, how often the comparison raises a false alarm and how often it
 * finds a slowdown that is really there: an implementation is compared with itself, as it is and
 * slowed by a known factor.
 */
public final class Sensitivity {

  private static final int ROUNDS = 400;
  private static final int CALLS = 2;
  private static final double CONFIDENCE = 0.95;
  private static final RegressionRule RULE = new RegressionRule(0.05, 0);
  private static final PairedRatio PAIRED = new PairedRatio(new TrimmedT(), CONFIDENCE);

  private final Target target;
  private final Progress progress;

  /** Prepares to compare on a seeded database. */
  public Sensitivity(Target target, Progress progress) {
    this.target = target;
    this.progress = progress;
  }

  /**
   * How often a comparison called the second arm slower.
   *
   * @param slowdown by which it was slowed, 0 for not at all
   * @param comparisons made
   * @param slower of them, those that were called slower
   * @param medianEffect detectable with 80 % power, median over the comparisons
   */
  public record Detection(double slowdown, int comparisons, int slower, double medianEffect) {}

  /**
   * Compares again and again.
   *
   * @param implementation its name
   * @param size rows of the seeded user asked about
   * @param slowdown to inject, 0 for an A/A comparison
   * @param comparisons how often, at least 1
   */
  public Detection compare(String implementation, int size, double slowdown, int comparisons) {
    SeededUser user = target.user(size);
    List<RatioEstimate> estimates = new ArrayList<>();
    progress.start("slowdown %.0f %%".formatted(100 * slowdown), comparisons);
    try (HikariDataSource pool = ReaderPool.open(target.connection(), 1)) {
      UserActivityService service = Implementations.named(implementation).create(pool);
      Map<String, UserActivityService> arms = new LinkedHashMap<>();
      arms.put("as it is", new SlowedService(service, 1));
      arms.put("slowed", new SlowedService(service, 1 + slowdown));
      for (int i = 0; i < comparisons; i++) {
        progress.step(implementation);
        List<ForkResult> rounds = InProcessTimer.time(arms, user, ROUNDS, CALLS);
        estimates.add(
            PAIRED.compare(of("slowed", rounds), of("as it is", rounds), RoundQuantity.MEDIAN));
      }
    }
    progress.end();
    return detection(slowdown, estimates);
  }

  private static Detection detection(double slowdown, List<RatioEstimate> estimates) {
    long slower = estimates.stream().filter(e -> RULE.judge(e).change() == Change.SLOWER).count();
    double[] effects =
        estimates.stream().mapToDouble(RatioEstimate::minimumDetectableEffect).sorted().toArray();
    return new Detection(slowdown, estimates.size(), (int) slower, effects[effects.length / 2]);
  }

  private static List<LatencySample> of(String arm, List<ForkResult> rounds) {
    return rounds.stream()
        .filter(r -> r.cell().arm().implementation().equals(arm))
        .map(r -> LatencySample.of(r.nanos()))
        .toList();
  }
}
