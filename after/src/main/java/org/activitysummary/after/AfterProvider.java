package org.activitysummary.after;

import javax.sql.DataSource;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivityServiceProvider;

/** Makes the implementation known that lets the database aggregate. */
public final class AfterProvider implements UserActivityServiceProvider {

  @Override
  public String name() {
    return "after";
  }

  @Override
  public String description() {
    return "one SQL statement aggregates in the database; one row comes back";
  }

  @Override
  public Kind kind() {
    return Kind.SUBJECT;
  }

  @Override
  public UserActivityService create(DataSource dataSource) {
    return new AfterService(dataSource);
  }
}
