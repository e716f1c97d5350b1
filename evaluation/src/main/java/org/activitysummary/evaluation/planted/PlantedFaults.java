package org.activitysummary.evaluation.planted;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityException;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivityServiceProvider;
import org.activitysummary.contract.UserActivitySummary;

/** The planted faults that are slow, greedy or fail together, one nested class each. */
public final class PlantedFaults {

  private PlantedFaults() {}

  /** Returns every planted fault, in the order they are registered. */
  public static List<PlantedFault> all() {
    return ServiceLoader.load(UserActivityServiceProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .flatMap(p -> p instanceof PlantedFault fault ? Stream.of(fault) : Stream.empty())
        .toList();
  }

  /** Slower by a fifth. */
  public static final class SlowByAFifth extends PlantedFault {
    /** For the service loader. */
    public SlowByAFifth() {
      super("slow-by-20-percent", "performance-benchmark", "takes 20 % longer");
    }

    @Override
    protected UserActivityService spoil(UserActivityService right) {
      return new SlowedService(right, 1.2);
    }
  }

  /** One statement more for each purchase. */
  public static final class OneStatementPerEvent extends PlantedFault {
    /** For the service loader. */
    public OneStatementPerEvent() {
      super("n-plus-1-statements", "performance-benchmark", "asks once more for each purchase");
    }

    @Override
    public UserActivityService create(DataSource dataSource) {
      UserActivityService right = Implementations.named(BASE).create(dataSource);
      return user -> {
        UserActivitySummary answer = right.fetchUserActivitySummary(user);
        try (Connection connection = dataSource.getConnection()) {
          for (long i = 0; i < answer.purchase(); i++) {
            execute(connection, "SELECT id FROM events WHERE user_id = " + user + " LIMIT 1");
          }
        } catch (SQLException e) {
          throw new UserActivityException(user, e);
        }
        return answer;
      };
    }
  }

  /** One call in fifty sleeps: the median does not move, P99 does. */
  public static final class SleepsOnceInFifty extends PlantedFault {
    private static final int EVERY = 50;
    private static final long NANOS = 210_000_000;

    /** For the service loader. */
    public SleepsOnceInFifty() {
      super("sleeps-1-in-50", "latency-target", "one call in 50 takes 210 ms longer");
    }

    @Override
    protected UserActivityService spoil(UserActivityService right) {
      AtomicInteger calls = new AtomicInteger();
      return user -> {
        if (calls.incrementAndGet() % EVERY == 0) {
          LockSupport.parkNanos(NANOS);
        }
        return right.fetchUserActivitySummary(user);
      };
    }
  }

  /** Sixteen kilobytes of heap for each view of the user. */
  public static final class LinearMemory extends PlantedFault {
    private static final int BYTES_PER_EVENT = 16 << 10;

    /** For the service loader. */
    public LinearMemory() {
      super("linear-memory", "scalability", "holds 16 KB for each view while it answers");
    }

    /** What is allocated takes time, and many callers hold it at once. */
    @Override
    public Set<String> alsoCaughtBy() {
      return Set.of("performance-benchmark", "load");
    }

    @Override
    protected UserActivityService spoil(UserActivityService right) {
      return user -> {
        UserActivitySummary answer = right.fetchUserActivitySummary(user);
        byte[][] held = new byte[(int) answer.view()][];
        for (int i = 0; i < held.length; i++) {
          held[i] = new byte[BYTES_PER_EVENT];
        }
        return held.length == answer.view() ? answer : null;
      };
    }
  }

  /** Connections are borrowed and kept. */
  public static final class LeakedConnection extends PlantedFault {
    /** For the service loader. */
    public LeakedConnection() {
      super("leaked-connection", "setup-teardown", "borrows a connection and keeps it");
    }

    @Override
    public UserActivityService create(DataSource dataSource) {
      UserActivityService right = Implementations.named(BASE).create(dataSource);
      return user -> {
        UserActivitySummary answer = right.fetchUserActivitySummary(user);
        leak(dataSource, user);
        return answer;
      };
    }

    @SuppressWarnings("resource") // the fault
    private static void leak(DataSource dataSource, long user) {
      try {
        dataSource.getConnection();
      } catch (SQLException e) {
        throw new UserActivityException(user, e);
      }
    }
  }

  /** Callers who overlap fail. */
  public static final class ErrorsUnderConcurrency extends PlantedFault {
    /** For the service loader. */
    public ErrorsUnderConcurrency() {
      super("errors-under-concurrency", "load", "fails when two callers overlap");
    }

    @Override
    protected UserActivityService spoil(UserActivityService right) {
      AtomicInteger inside = new AtomicInteger();
      return user -> {
        try {
          if (inside.incrementAndGet() > 1) {
            throw new UserActivityException(user, new IllegalStateException("not alone"));
          }
          return right.fetchUserActivitySummary(user);
        } finally {
          inside.decrementAndGet();
        }
      };
    }
  }

  /** Overlapping callers get each other's answers. */
  public static final class MixedUpUnderConcurrency extends PlantedFault {
    /** For the service loader. */
    public MixedUpUnderConcurrency() {
      super("mixed-up-under-concurrency", "load", "keeps its answer in a shared field");
    }

    @Override
    protected UserActivityService spoil(UserActivityService right) {
      AtomicInteger inside = new AtomicInteger();
      return user -> {
        inside.incrementAndGet();
        UserActivitySummary answer;
        int others;
        try {
          answer = right.fetchUserActivitySummary(user);
        } finally {
          // After a failed call too, or a lone caller would see the fault.
          others = inside.getAndDecrement() - 1;
        }
        BigDecimal mixed = BigDecimal.valueOf(others);
        return new UserActivitySummary(
            answer.click(), answer.view(), answer.purchase(), answer.totalValue().add(mixed));
      };
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
