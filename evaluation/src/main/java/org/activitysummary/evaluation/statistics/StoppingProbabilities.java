package org.activitysummary.evaluation.statistics;

import java.util.List;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * How a plan ends for a given share of calls over the limit: exact, by carrying the distribution of
 * the calls over the limit from look to look.
 *
 * @param pass probability to pass, 0 to 1
 * @param fail probability to fail, 0 to 1
 * @param meanSamples calls made on average until the plan ends
 */
public record StoppingProbabilities(double pass, double fail, double meanSamples) {

  /** Returns the probability to end without a decision, 0 to 1. */
  public double inconclusive() {
    return Math.max(0, 1 - pass - fail);
  }

  static StoppingProbabilities of(List<Look> looks, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a share lies between 0 and 1, found " + share);
    }
    double pass = 0;
    double fail = 0;
    double meanSamples = 0;
    double[] undecided = {1};
    int samples = 0;
    for (Look look : looks) {
      int more = look.samples() - samples;
      samples = look.samples();
      meanSamples += more * sum(undecided);
      undecided = add(undecided, more, share);
      for (int over = 0; over < undecided.length; over++) {
        Decision decision = look.decide(over);
        pass += decision == Decision.PASS ? undecided[over] : 0;
        fail += decision == Decision.FAIL ? undecided[over] : 0;
        undecided[over] = decision == Decision.INCONCLUSIVE ? undecided[over] : 0;
      }
    }
    return new StoppingProbabilities(pass, fail, meanSamples);
  }

  /** Returns the distribution of the calls over the limit after {@code more} calls. */
  static double[] add(double[] distribution, int more, double share) {
    BinomialDistribution added = BinomialDistribution.of(more, share);
    double[] step = new double[more + 1];
    for (int over = 0; over <= more; over++) {
      step[over] = added.probability(over);
    }
    double[] sum = new double[distribution.length + more];
    for (int before = 0; before < distribution.length; before++) {
      if (distribution[before] > 0) {
        for (int over = 0; over <= more; over++) {
          sum[before + over] += distribution[before] * step[over];
        }
      }
    }
    return sum;
  }

  private static double sum(double[] distribution) {
    double sum = 0;
    for (double probability : distribution) {
      sum += probability;
    }
    return sum;
  }
}
