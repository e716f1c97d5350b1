package org.activitysummary.after;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The ways an answer can come about, each taken whatever the data. */
enum Route {
  /** As in production. */
  DEFAULT(
      AfterService.FEW_ROWS,
      AfterService.FEW_ROWS / AfterService.DENSE_ROWS_PER_GROUP,
      AfterService.MANY_ROWS),
  FEW_ROWS(1_000_000, 0, Map.of()),
  DENSE_IDS("dense-ids"),
  SPARSE_IDS("sparse-ids"),
  OTHER_SERVER("other-server"),
  /** Through a foreign table, by the first statement's own choice. */
  COORDINATOR(0, 0, AfterService.MANY_ROWS) {
    @Override
    HikariDataSource pool(boolean autoCommit) {
      return Events.poolOfCoordinator(autoCommit);
    }
  };

  private final int fewRows;
  private final int mostDenseGroups;
  private final Map<String, Script> manyRows;

  Route(int fewRows, int mostDenseGroups, Map<String, Script> manyRows) {
    this.fewRows = fewRows;
    this.mostDenseGroups = mostDenseGroups;
    this.manyRows = manyRows;
  }

  /** One statement in place of all, whatever the first one says. */
  Route(String statement) {
    this(
        0,
        0,
        AfterService.MANY_ROWS.keySet().stream()
            .collect(
                Collectors.toMap(
                    Function.identity(), name -> AfterService.MANY_ROWS.get(statement))));
  }

  HikariDataSource pool(boolean autoCommit) {
    return Events.pool(autoCommit);
  }

  AfterService service(DataSource dataSource) {
    return new AfterService(dataSource, fewRows, mostDenseGroups, manyRows);
  }
}
