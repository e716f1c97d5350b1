package org.activitysummary.evaluation.planted;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
        List<UserActivityService> services =
            implementations.stream().map(name -> Implementations.named(name).create(pool)).toList();
        services.forEach(service -> calls(service, user, WARMUP_CALLS));
        for (int round = 1; round <= ROUNDS; round++) {
          results.addAll(round(implementations, services, user, round));
        }
      }
    }
    return results;
  }

  private static List<ForkResult> round(
      List<String> names, List<UserActivityService> services, SeededUser user, int round) {
    int calls = user.size() < SMALL_USER ? CALLS_ABOUT_SMALL : CALLS_ABOUT_LARGE;
    ForkResult[] results = new ForkResult[names.size()];
    for (int i = 0; i < results.length; i++) {
      int next = (i + round) % results.length;
      results[next] =
          new ForkResult(
              new Cell(Arm.first(names.get(next)), user.size()),
              round,
              calls(services.get(next), user, calls),
              null,
              null,
              false);
    }
    return Arrays.asList(results);
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
