package org.activitysummary.after;

import javax.sql.DataSource;

/** The ways an answer can come about, each taken whatever the data. */
enum Route {
  /** As in production. */
  DEFAULT(AfterService.FEW_ROWS, AfterService.FEW_ROWS / AfterService.DENSE_ROWS_PER_GROUP),
  FEW_ROWS(1_000_000, 0),
  DENSE_IDS(0, Integer.MAX_VALUE),
  SPARSE_IDS(0, 0);

  private final int fewRows;
  private final int mostDenseGroups;

  Route(int fewRows, int mostDenseGroups) {
    this.fewRows = fewRows;
    this.mostDenseGroups = mostDenseGroups;
  }

  AfterService service(DataSource dataSource) {
    return new AfterService(dataSource, fewRows, mostDenseGroups);
  }
}
