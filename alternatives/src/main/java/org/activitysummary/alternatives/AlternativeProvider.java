package org.activitysummary.alternatives;

import java.util.function.Function;
import javax.sql.DataSource;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivityServiceProvider;

/** What all providers of this module have in common. */
abstract sealed class AlternativeProvider implements UserActivityServiceProvider
    permits CursorHashSetProvider,
        DistinctOnProvider,
        DistinctRewriteProvider,
        FloorProvider,
        KeysetPaginationProvider,
        PreparedDistinctOnProvider {

  private final String name;
  private final String description;
  private final Kind kind;
  private final Function<DataSource, UserActivityService> factory;

  AlternativeProvider(
      String name,
      String description,
      Kind kind,
      Function<DataSource, UserActivityService> factory) {
    this.name = name;
    this.description = description;
    this.kind = kind;
    this.factory = factory;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String description() {
    return description;
  }

  @Override
  public final Kind kind() {
    return kind;
  }

  @Override
  public final UserActivityService create(DataSource dataSource) {
    return factory.apply(dataSource);
  }
}
