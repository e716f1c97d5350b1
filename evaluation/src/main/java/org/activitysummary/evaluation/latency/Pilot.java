package org.activitysummary.evaluation.latency;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.activitysummary.benchmarks.ReaderPool;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.testbed.Target;
import org.activitysummary.testbed.dataset.SeededUser;

/**
 * A few calls before the measurement, to learn roughly how long each will take. Only decides how
 * long forks run; never reported.
 */
public final class Pilot {

  private static final int WARMUP_CALLS = 2;

  private final Target target;

  /** Prepares to call. */
  public Pilot(Target target) {
    this.target = target;
  }

  /** Returns roughly how long one call takes in each cell, first arms only. */
  public Map<Cell, Duration> run(List<String> implementations) {
    Map<Cell, Duration> durations = new LinkedHashMap<>();
    try (HikariDataSource pool = ReaderPool.open(target.connection(), 1)) {
      for (SeededUser user : target.users()) {
        for (String name : implementations) {
          UserActivityService service = Implementations.named(name).create(pool);
          durations.put(new Cell(Arm.first(name), user.size()), timeOf(service, user));
        }
      }
    }
    return durations;
  }

  private static Duration timeOf(UserActivityService service, SeededUser user) {
    for (int i = 0; i < WARMUP_CALLS; i++) {
      service.fetchUserActivitySummary(user.userId());
    }
    long start = System.nanoTime();
    service.fetchUserActivitySummary(user.userId());
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
