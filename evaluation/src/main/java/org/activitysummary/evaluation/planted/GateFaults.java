package org.activitysummary.evaluation.planted;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityException;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivityServiceProvider;
import org.activitysummary.contract.UserActivitySummary;

/**
 * What the twelve checks may well let pass, and only a comparison with an earlier run shows; one
 * nested class each. They stand in for {@link PlantedFault#BASE} when the gate is proven.
 */
public final class GateFaults {

  private GateFaults() {}

  private abstract static class GateFault implements UserActivityServiceProvider {

    @Override
    public final Kind kind() {
      return Kind.PLANTED;
    }

    @Override
    public final UserActivityService create(DataSource dataSource) {
      return spoil(Implementations.named(PlantedFault.BASE).create(dataSource), dataSource);
    }

    abstract UserActivityService spoil(UserActivityService right, DataSource dataSource);
  }

  /** Takes 30 % longer. */
  public static final class SlowerByThirtyPercent extends GateFault {
    private static final double FACTOR = 1.3;

    /** For the service loader. */
    public SlowerByThirtyPercent() {}

    @Override
    public String name() {
      return "planted-slower-by-30-percent";
    }

    @Override
    public String description() {
      return "takes 30 % longer";
    }

    @Override
    UserActivityService spoil(UserActivityService right, DataSource dataSource) {
      return new SlowedService(right, FACTOR);
    }
  }

  /** Holds a kilobyte for each view. */
  public static final class GrowingMemory extends GateFault {
    private static final int BYTES_PER_VIEW = 1 << 10;

    /** For the service loader. */
    public GrowingMemory() {}

    @Override
    public String name() {
      return "planted-growing-memory";
    }

    @Override
    public String description() {
      return "holds 1 KB for each view while it answers";
    }

    @Override
    UserActivityService spoil(UserActivityService right, DataSource dataSource) {
      return user -> {
        UserActivitySummary answer = right.fetchUserActivitySummary(user);
        byte[][] held = new byte[(int) answer.view()][];
        for (int i = 0; i < held.length; i++) {
          held[i] = new byte[BYTES_PER_VIEW];
        }
        return held.length == answer.view() ? answer : null;
      };
    }
  }

  /** Fetches a row more than it needs. */
  public static final class ExtraRow extends GateFault {

    /** For the service loader. */
    public ExtraRow() {}

    @Override
    public String name() {
      return "planted-extra-row";
    }

    @Override
    public String description() {
      return "fetches one row that it does not need";
    }

    @Override
    UserActivityService spoil(UserActivityService right, DataSource dataSource) {
      return user -> {
        try (Connection connection = dataSource.getConnection();
            PreparedStatement statement = connection.prepareStatement("SELECT 1")) {
          statement.executeQuery().close();
        } catch (SQLException e) {
          throw new UserActivityException(user, e);
        }
        return right.fetchUserActivitySummary(user);
      };
    }
  }
}
