package org.activitysummary.before;

import javax.sql.DataSource;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivityServiceProvider;

/** Registers {@link FetchAllService} as {@code before}. */
public final class FetchAllProvider implements UserActivityServiceProvider {

  @Override
  public String name() {
    return "before";
  }

  @Override
  public String description() {
    return "Fetches every event, drops copies with a HashSet, loops over the rest";
  }

  @Override
  public Kind kind() {
    return Kind.SUBJECT;
  }

  @Override
  public UserActivityService create(DataSource dataSource) {
    return new FetchAllService(dataSource);
  }
}
