package org.activitysummary.evaluation.conformance;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.activitysummary.benchmarks.ReaderPool;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityException;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivitySummary;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.testbed.Target;
import org.activitysummary.testbed.conformance.ConformanceCase.Category;
import org.activitysummary.testbed.conformance.ConformanceCases;
import org.activitysummary.testbed.conformance.ConformanceResult;
import org.activitysummary.testbed.conformance.ConformanceRunner;
import org.activitysummary.testbed.database.ConnectionTarget;
import org.activitysummary.testbed.dataset.SeededUser;
import org.activitysummary.testbed.event.AdverseShape;
import org.activitysummary.testbed.event.Event;
import org.activitysummary.testbed.event.RandomEvents;
import org.activitysummary.testbed.oracle.Oracle;
import org.activitysummary.testbed.schema.EventsSchema;

/** Asks an implementation everything whose answer is known. */
public final class ConformanceStage {

  private static final int MOST_RANDOM_ROWS = 120;
  private static final int FRESHNESS_PROBES = 5;
  private static final int POOL_SIZE = 2;

  private final EventsSchema scratch;
  private final Target seeded;
  private final int randomUsers;
  private final long seed;

  /**
   * Prepares to ask.
   *
   * @param scratch a schema whose rows may come and go
   * @param seeded the seeded dataset
   * @param randomUsers users with random events per shape, at least 1
   * @param seed of the random events
   */
  public ConformanceStage(EventsSchema scratch, Target seeded, int randomUsers, long seed) {
    this.scratch = scratch;
    this.seeded = seeded;
    this.randomUsers = randomUsers;
    this.seed = seed;
  }

  /**
   * Returns what the implementation answered; an exception counts as a wrong answer.
   *
   * @param implementation its name
   */
  public Conformance ask(String implementation) {
    try (HikariDataSource scratchPool = ReaderPool.open(scratch.reader(), POOL_SIZE);
        HikariDataSource seededPool = ReaderPool.open(seeded.connection(), POOL_SIZE)) {
      UserActivityService onScratch = Implementations.named(implementation).create(scratchPool);
      UserActivityService onSeeded = Implementations.named(implementation).create(seededPool);
      Tally connections = connections(onSeeded, seededPool);
      return connections.passed()
          ? new Conformance(
              cases(onScratch),
              random(onScratch),
              seeded(onSeeded),
              freshness(onScratch),
              failures(implementation),
              connections)
          : Conformance.onlyConnections(connections);
    } finally {
      scratch.truncate();
    }
  }

  private Map<Category, Tally> cases(UserActivityService service) {
    Map<Category, Tally> tallies = new EnumMap<>(Category.class);
    for (ConformanceResult result :
        new ConformanceRunner(scratch, service).run(ConformanceCases.all())) {
      tallies.merge(
          result.conformanceCase().category(),
          result.passed() ? Tally.NONE.plusRight() : Tally.NONE.plusWrong(result.sentence()),
          Tally::plus);
    }
    return tallies;
  }

  private Map<String, Tally> random(UserActivityService service) {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (AdverseShape shape : AdverseShape.values()) {
      tallies.put(shape.name(), random(service, shape));
    }
    return tallies;
  }

  private Tally random(UserActivityService service, AdverseShape shape) {
    List<Event> events = new ArrayList<>();
    for (long user = 1; user <= randomUsers; user++) {
      events.addAll(RandomEvents.generate(seed + user, shape, user, MOST_RANDOM_ROWS));
    }
    scratch.truncate();
    scratch.insert(events);
    List<Event> stored = inStorageOrder();
    Tally tally = Tally.NONE;
    for (long user = 1; user <= randomUsers; user++) {
      tally =
          asked(
              tally,
              service,
              user,
              Oracle.summarize(stored, user),
              "user with %s events, seed %d".formatted(shape, seed + user));
    }
    return tally;
  }

  /**
   * What was stored first decides among copies, and a large batch may put a small row into room
   * left on an earlier page; so the oracle is asked about the rows as they lie.
   */
  private List<Event> inStorageOrder() {
    List<Event> events = new ArrayList<>();
    try (Connection owner = scratch.connectAsOwner();
        Statement statement = owner.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT id, user_id, type, metadata::text FROM events ORDER BY ctid")) {
      while (rows.next()) {
        events.add(
            new Event(rows.getLong(1), rows.getLong(2), rows.getString(3), rows.getString(4)));
      }
      return events;
    } catch (SQLException e) {
      throw new EvaluationException("The stored rows could not be read back: " + e.getMessage(), e);
    }
  }

  private Tally seeded(UserActivityService service) {
    Tally tally = Tally.NONE;
    for (SeededUser user : seeded.users()) {
      tally =
          asked(tally, service, user.userId(), user.expected(), "seeded user of " + user.size());
    }
    return tally;
  }

  /** Whoever keeps a connection would exhaust the pool; it is asked once and then no more. */
  private Tally connections(UserActivityService service, HikariDataSource pool) {
    try {
      service.fetchUserActivitySummary(seeded.users().get(0).userId());
    } catch (RuntimeException e) {
      // Judged elsewhere; here only what is left of it counts.
    }
    int kept = pool.getHikariPoolMXBean().getActiveConnections();
    return kept == 0
        ? Tally.NONE.plusRight()
        : Tally.NONE.plusWrong("one call kept %d of its connections".formatted(kept));
  }

  /** A failing database must show as the one exception of the contract. */
  private Tally failures(String implementation) {
    HikariDataSource closed = ReaderPool.open(scratch.reader(), 1);
    closed.close();
    ConnectionTarget reader = scratch.reader();
    ConnectionTarget withoutTable =
        new ConnectionTarget(reader.jdbcUrl(), reader.user(), reader.password(), "pg_catalog");
    try (HikariDataSource noTable = ReaderPool.open(withoutTable, 1)) {
      return failing(implementation, closed, "a closed pool")
          .plus(failing(implementation, noTable, "a database without the table"));
    }
  }

  private static Tally failing(String implementation, DataSource dataSource, String what) {
    UserActivityService service = Implementations.named(implementation).create(dataSource);
    try {
      UserActivitySummary answer = service.fetchUserActivitySummary(1);
      return Tally.NONE.plusWrong(
          "%s: expected an exception but the answer is %s".formatted(what, answer));
    } catch (UserActivityException e) {
      return Tally.NONE.plusRight();
    } catch (RuntimeException e) {
      return Tally.NONE.plusWrong(
          "%s: expected UserActivityException but it threw %s".formatted(what, e));
    }
  }

  /** A stored event must show at once: whoever keeps answers is found out here. */
  private Tally freshness(UserActivityService service) {
    long user = 1;
    List<Event> stored = new ArrayList<>();
    scratch.truncate();
    Tally tally = Tally.NONE;
    for (int i = 0; i < FRESHNESS_PROBES; i++) {
      List<Event> more = List.of(new Event(i, user, "purchase", "{\"price\": 1.%d}".formatted(i)));
      scratch.insert(more);
      stored.addAll(more);
      tally =
          asked(
              tally,
              service,
              user,
              Oracle.summarize(stored, user),
              "user with an event stored just before");
    }
    return tally;
  }

  private static Tally asked(
      Tally tally,
      UserActivityService service,
      long user,
      UserActivitySummary expected,
      String whom) {
    try {
      UserActivitySummary answer = service.fetchUserActivitySummary(user);
      return expected.equals(answer)
          ? tally.plusRight()
          : tally.plusWrong(
              "%s: expected %s but the answer is %s".formatted(whom, expected, answer));
    } catch (RuntimeException e) {
      return tally.plusWrong("%s: expected %s but it threw %s".formatted(whom, expected, e));
    }
  }
}
