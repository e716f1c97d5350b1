package org.activitysummary.evaluation.planted;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.activitysummary.benchmarks.ReaderPool;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.evaluation.latency.Arm;
import org.activitysummary.evaluation.latency.Cell;
import org.activitysummary.evaluation.latency.ForkResult;
import org.activitysummary.testbed.Target;
import org.activitysummary.testbed.dataset.SeededUser;

/**
 * Times two implementations in this JVM, in rounds that alternate. Good enough to see a planted
 * fault; figures are never taken from it.
 */
final class InProcessTimer {

  private static final int ROUNDS = 8;
  private static final int SMALL_USER = 1_000;
  private static final int CALLS_ABOUT_SMALL = 150;
  private static final int CALLS_ABOUT_LARGE = 50;
  private static final int WARMUP_CALLS = 60;

  private final Target target;

  InProcessTimer(Target target) {
    this.target = target;
  }

  /** Returns one result for each implementation, size and round. */
  List<ForkResult> time(List<String> implementations) {
    List<ForkResult> results = new ArrayList<>();
    try (HikariDataSource pool = ReaderPool.open(target.connection(), 1)) {
      for (SeededUser user : target.users()) {
        Map<String, UserActivityService> services = new LinkedHashMap<>();
        implementations.forEach(
            name -> services.put(name, Implementations.named(name).create(pool)));
        int calls = user.size() < SMALL_USER ? CALLS_ABOUT_SMALL : CALLS_ABOUT_LARGE;
        results.addAll(time(services, user, ROUNDS, calls));
      }
    }
    return results;
  }

  /**
   * Returns one result for each service and round.
   *
   * @param services by name
   * @param user asked about
   * @param rounds that alternate the order
   * @param calls of each service in each round
   */
  static List<ForkResult> time(
      Map<String, UserActivityService> services, SeededUser user, int rounds, int calls) {
    List<ForkResult> results = new ArrayList<>();
    List<String> order = new ArrayList<>(services.keySet());
    services.values().forEach(service -> calls(service, user, WARMUP_CALLS));
    for (int round = 1; round <= rounds; round++) {
      Collections.rotate(order, 1);
      for (String name : order) {
        Cell cell = new Cell(Arm.first(name), user.size());
        long[] nanos = calls(services.get(name), user, calls);
        results.add(new ForkResult(cell, round, nanos, null, null, false));
      }
    }
    return results;
  }

  private static long[] calls(UserActivityService service, SeededUser user, int calls) {
    long[] nanos = new long[calls];
    for (int i = 0; i < calls; i++) {
      long start = System.nanoTime();
      service.fetchUserActivitySummary(user.userId());
      nanos[i] = System.nanoTime() - start;
    }
    return nanos;
  }
}
