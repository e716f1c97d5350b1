package org.activitysummary.after;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.activitysummary.contract.UserActivitySummary;
import org.activitysummary.testbed.event.AdverseShape;
import org.activitysummary.testbed.event.Event;
import org.activitysummary.testbed.event.RandomEvents;
import org.activitysummary.testbed.oracle.Oracle;

/**
 * Compares every route with the oracle on random adverse data. Each try stores the rows of many
 * users at once, since storing is what takes time: 40 tries make 4,000 users, each asked on every
 * route.
 */
class AfterAgainstOracleTest {

  private static final int USERS = 100;
  private static final int MOST_ROWS = 60;

  /** Leaves room for the rows that a shape gives to the next user. */
  private static final long USER_STEP = 10;

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void answersAsTheOracleDoes(@ForAll long seed) {
    List<Event> rows = Events.store(interleaved(seed));
    List<UserActivitySummary> expected =
        IntStream.range(0, USERS).mapToObj(n -> Oracle.summarize(rows, userId(n))).toList();

    onEveryRoute(
        (route, service) -> {
          for (int n = 0; n < USERS; n++) {
            assertThat(service.fetchUserActivitySummary(userId(n)))
                .as("%s, seed %d, user %d of shape %s", route, seed, userId(n), shape(n))
                .isEqualTo(expected.get(n));
          }
        });
  }

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void answersAsTheOracleDoesForManyRows(@ForAll long seed, @ForAll AdverseShape shape) {
    List<Event> rows = Events.store(RandomEvents.generate(seed, shape, 1, 10_000));
    UserActivitySummary expected = Oracle.summarize(rows, 1);

    onEveryRoute(
        (route, service) ->
            assertThat(service.fetchUserActivitySummary(1))
                .as("%s, seed %d, shape %s", route, seed, shape)
                .isEqualTo(expected));
  }

  /** Routes share nothing but the rows, so all are asked at the same time. */
  private static void onEveryRoute(BiConsumer<Route, AfterService> asking) {
    Stream.of(Route.values())
        .parallel()
        .forEach(
            route -> {
              try (HikariDataSource pool = route.pool(true)) {
                asking.accept(route, route.service(pool));
              }
            });
  }

  // The rows of all users, in random order between users and in order within one.
  private static List<Event> interleaved(long seed) {
    Random random = new Random(seed);
    List<List<Event>> waiting = new ArrayList<>();
    for (int n = 0; n < USERS; n++) {
      List<Event> rows = RandomEvents.generate(random.nextLong(), shape(n), userId(n), MOST_ROWS);
      if (!rows.isEmpty()) {
        waiting.add(new ArrayList<>(rows));
      }
    }
    List<Event> rows = new ArrayList<>();
    while (!waiting.isEmpty()) {
      int next = random.nextInt(waiting.size());
      rows.add(waiting.get(next).remove(0));
      if (waiting.get(next).isEmpty()) {
        waiting.remove(next);
      }
    }
    return rows;
  }

  private static AdverseShape shape(int n) {
    return AdverseShape.values()[n % AdverseShape.values().length];
  }

  private static long userId(int n) {
    return n == 0 ? Long.MIN_VALUE : n == 1 ? Long.MAX_VALUE : (n - USERS / 2) * USER_STEP;
  }
}
