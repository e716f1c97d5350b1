package org.activitysummary.evaluation.containment;

import javax.sql.DataSource;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivityServiceProvider;

/** Answers like {@code after}, but ends the process of a benchmark. */
public final class DiesInItsFork implements UserActivityServiceProvider {

  private static final int CODE = 7;

  @Override
  public String name() {
    return "dies-in-its-fork";
  }

  @Override
  public String description() {
    return "ends the JVM when it is benchmarked";
  }

  /** Not listed beside the real ones. */
  @Override
  public Kind kind() {
    return Kind.PLANTED;
  }

  @Override
  public UserActivityService create(DataSource dataSource) {
    UserActivityService right = Implementations.named("after").create(dataSource);
    return user -> {
      if (System.getProperty("sun.java.command").contains("ForkedMain")) {
        System.exit(CODE);
      }
      return right.fetchUserActivitySummary(user);
    };
  }
}
