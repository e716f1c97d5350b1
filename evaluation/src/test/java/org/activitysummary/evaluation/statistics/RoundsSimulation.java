package org.activitysummary.evaluation.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Rounds as a shared machine gives them: two implementations take turns in blocks of calls, who
 * goes first alternates, the machine's speed walks at random from block to block, and each call has
 * its own log-normal noise.
 */
final class RoundsSimulation {

  private static final int CALLS = 5;
  private static final double BASE_NANOS = 100e6;

  private final Random random;
  private final double noise;
  private final double drift;
  private final double spikes;

  final List<LatencySample> subject = new ArrayList<>();
  final List<LatencySample> reference = new ArrayList<>();

  /**
   * Starts a simulation.
   *
   * @param noise standard deviation of a call's logarithm
   * @param drift standard deviation of the step of the logarithmic speed from block to block
   * @param spikes share of calls that take an exponentially distributed multiple longer
   */
  RoundsSimulation(Random random, double noise, double drift, double spikes) {
    this.random = random;
    this.noise = noise;
    this.drift = drift;
    this.spikes = spikes;
  }

  RoundsSimulation run(int rounds, double ratio) {
    subject.clear();
    reference.clear();
    double speed = 0;
    for (int round = 0; round < rounds; round++) {
      double first = speed += drift * random.nextGaussian();
      double second = speed += drift * random.nextGaussian();
      boolean subjectFirst = round % 2 == 0;
      subject.add(block((subjectFirst ? first : second) + Math.log(ratio)));
      reference.add(block(subjectFirst ? second : first));
    }
    return this;
  }

  private LatencySample block(double level) {
    long[] nanos = new long[CALLS];
    for (int i = 0; i < CALLS; i++) {
      double spike = random.nextDouble() < spikes ? -Math.log(1 - random.nextDouble()) : 0;
      nanos[i] = Math.round(BASE_NANOS * Math.exp(level + noise * random.nextGaussian() + spike));
    }
    return LatencySample.of(nanos);
  }
}
