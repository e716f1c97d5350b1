package org.activitysummary.evaluation.planted;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.activitysummary.benchmarks.ReaderPool;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.evaluation.latency.Arm;
import org.activitysummary.evaluation.latency.Cell;
import org.activitysummary.evaluation.latency.ForkResult;
import org.activitysummary.testbed.dataset.SeededUser;
import org.activitysummary.testbed.target.Target;

/**
 * Times implementations in this JVM, taking turns with every call: there and back again (A B B A),
 * so that what slows the machine for longer than a call slows all alike. Good enough to see a
 * planted fault and for ratios; no time in a report is taken from it.
 */
public final class InProcessTimer {

  private static final int ROUNDS = 20;
  private static final int SMALL_USER = 1_000;
  private static final int CALLS_ABOUT_SMALL = 48;
  private static final int CALLS_ABOUT_LARGE = 16;
  private static final int WARMUP_CALLS = 60;

  /** A thousand in all: of these, one in fifty over the limit is a failure. */
  private static final int JUDGED_CALLS_ABOUT_SMALL = 50;

  private static final int JUDGED_CALLS_ABOUT_LARGE = 6;

  private final Target target;

  InProcessTimer(Target target) {
    this.target = target;
  }

  /** Returns one result for each implementation, size and round. */
  List<ForkResult> time(List<String> implementations) {
    return time(implementations, WARMUP_CALLS, CALLS_ABOUT_SMALL, CALLS_ABOUT_LARGE);
  }

  /**
   * Returns one result for each size and round of calls that are held against a limit: many enough
   * about the smallest user, and few about the others. Nothing is compared, so nothing warms up.
   */
  List<ForkResult> timeAgainstLimit(String implementation) {
    return time(List.of(implementation), 0, JUDGED_CALLS_ABOUT_SMALL, JUDGED_CALLS_ABOUT_LARGE);
  }

  private List<ForkResult> time(
      List<String> implementations, int warmup, int callsAboutSmall, int callsAboutLarge) {
    List<ForkResult> results = new ArrayList<>();
    try (HikariDataSource pool = ReaderPool.open(target.connection(), 1)) {
      for (SeededUser user : target.users()) {
        Map<String, UserActivityService> services = new LinkedHashMap<>();
        implementations.forEach(
            name -> services.put(name, Implementations.named(name).create(pool)));
        int calls = user.size() < SMALL_USER ? callsAboutSmall : callsAboutLarge;
        results.addAll(time(services, user, warmup, ROUNDS, calls));
      }
    }
    return results;
  }

  /** As the one below, with the usual warm-up. */
  public static List<ForkResult> time(
      Map<String, UserActivityService> services, SeededUser user, int rounds, int calls) {
    return time(services, user, WARMUP_CALLS, rounds, calls);
  }

  /**
   * Returns one result for each service and round.
   *
   * @param services by name
   * @param user asked about
   * @param warmup calls of each service before any is timed
   * @param rounds the calls of each are one sample
   * @param calls of each service in each round; even, since turns go there and back
   */
  public static List<ForkResult> time(
      Map<String, UserActivityService> services,
      SeededUser user,
      int warmup,
      int rounds,
      int calls) {
    if (calls % 2 != 0) {
      throw new IllegalArgumentException("calls must be even but are " + calls);
    }
    List<ForkResult> results = new ArrayList<>();
    List<String> order = new ArrayList<>(services.keySet());
    for (int i = 0; i < warmup; i++) {
      services.values().forEach(service -> nanosOf(service, user));
    }
    for (int round = 1; round <= rounds; round++) {
      Collections.rotate(order, 1);
      Map<String, long[]> nanos = takeTurns(order, services, user, calls);
      for (String name : order) {
        Cell cell = new Cell(Arm.first(name), user.size());
        results.add(new ForkResult(cell, round, nanos.get(name), null, null, false));
      }
    }
    return results;
  }

  private static Map<String, long[]> takeTurns(
      List<String> order, Map<String, UserActivityService> services, SeededUser user, int calls) {
    Map<String, long[]> nanos = new HashMap<>();
    order.forEach(name -> nanos.put(name, new long[calls]));
    List<String> turn = new ArrayList<>(order);
    for (int call = 0; call < calls; call++) {
      for (String name : turn) {
        nanos.get(name)[call] = nanosOf(services.get(name), user);
      }
      Collections.reverse(turn);
    }
    return nanos;
  }

  private static long nanosOf(UserActivityService service, SeededUser user) {
    long start = System.nanoTime();
    service.fetchUserActivitySummary(user.userId());
    return System.nanoTime() - start;
  }
}
