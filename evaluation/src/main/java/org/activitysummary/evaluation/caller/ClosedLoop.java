package org.activitysummary.evaluation.caller;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.testbed.dataset.SeededUser;

/**
 * Callers who take the next call from a common list as soon as the last one is answered. A round is
 * a fixed list of calls, not a fixed time: so two implementations do exactly the same work, and
 * none is credited for a round that ended amid its large users.
 */
public final class ClosedLoop {

  /** A prepared statement of the driver's is settled after ten executions. */
  private static final int WARMUP_CALLS = 12;

  private final UserActivityService service;
  private final List<SeededUser> users;
  private final int callers;

  ClosedLoop(UserActivityService service, List<SeededUser> users, int callers) {
    this.service = service;
    this.users = users.stream().sorted(Comparator.comparing(SeededUser::size)).toList();
    this.callers = callers;
  }

  /**
   * What happened in one round.
   *
   * @param elapsedNanos from the first call to the last answer
   * @param errors calls that failed
   * @param wrong answers that were wrong
   * @param firstError what the first of the failures said; null without any
   * @param nanos durations of the answered calls, by rows of the user
   */
  public record Round(
      long elapsedNanos, int errors, int wrong, String firstError, Map<Integer, List<Long>> nanos) {

    /** Returns how many calls were answered, right or wrong. */
    public int answered() {
      return nanos.values().stream().mapToInt(List::size).sum();
    }
  }

  /** Uses every connection, and reads about every user once. */
  void warmUp() throws InterruptedException {
    List<SeededUser> calls = new ArrayList<>(users);
    calls.addAll(Collections.nCopies(WARMUP_CALLS * callers, users.get(0)));
    serve(calls);
  }

  /**
   * Has the callers work off a list.
   *
   * @param passes calls about each user are as many for each caller
   * @param seed of their order
   */
  Round run(int passes, long seed) throws InterruptedException {
    List<SeededUser> calls = new ArrayList<>();
    for (int i = 0; i < passes * callers; i++) {
      calls.addAll(users);
    }
    Collections.shuffle(calls, new Random(seed));
    return serve(calls);
  }

  private Round serve(List<SeededUser> calls) throws InterruptedException {
    Served served = new Served();
    AtomicInteger next = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < callers; i++) {
      Thread thread =
          new Thread(
              () -> {
                for (int c = next.getAndIncrement(); c < calls.size(); c = next.getAndIncrement()) {
                  call(calls.get(c), served);
                }
              },
              "caller-" + i);
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return served.round(System.nanoTime() - start);
  }

  /** Whatever is thrown, an exhausted heap included, is a failed call; the others go on. */
  private void call(SeededUser user, Served served) {
    try {
      long start = System.nanoTime();
      boolean right = service.fetchUserActivitySummary(user.userId()).equals(user.expected());
      served.durations.add(new Duration(user.size(), System.nanoTime() - start));
      if (!right) {
        served.wrong.incrementAndGet();
      }
    } catch (Throwable thrown) {
      served.errors.incrementAndGet();
      served.firstError.compareAndSet(null, String.valueOf(thrown));
    }
  }

  /** One answered call. */
  private record Duration(int size, long nanos) {}

  /** What all callers together have seen. */
  private static final class Served {
    private final AtomicInteger errors = new AtomicInteger();
    private final AtomicInteger wrong = new AtomicInteger();
    private final AtomicReference<String> firstError = new AtomicReference<>();
    private final Queue<Duration> durations = new ConcurrentLinkedQueue<>();

    private Round round(long elapsedNanos) {
      Map<Integer, List<Long>> bySize = new TreeMap<>();
      durations.forEach(
          d -> bySize.computeIfAbsent(d.size(), size -> new ArrayList<>()).add(d.nanos()));
      return new Round(elapsedNanos, errors.get(), wrong.get(), firstError.get(), bySize);
    }
  }
}
