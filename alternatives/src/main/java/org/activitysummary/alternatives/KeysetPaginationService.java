package org.activitysummary.alternatives;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivitySummary;

/**
 * Reads the user's rows page by page, where a page is a range of the table's blocks.
 *
 * <p>Without an index to resume in, the only key that can be found again is the place in the table.
 * So there is a statement for every range of blocks, even those without a row of the user.
 */
record KeysetPaginationService(DataSource dataSource) implements UserActivityService {

  /** Blocks a page: 4 MB of the table, some 45,000 rows. */
  private static final int PAGE_BLOCKS = 512;

  private static final Script SNAPSHOT = Script.load("snapshot.sql");
  private static final Script TABLE_BLOCKS = Script.load("table-blocks.sql");
  private static final Script PAGE = Script.load("page.sql");

  @Override
  public UserActivitySummary fetchUserActivitySummary(long userId) {
    return Transaction.run(dataSource, userId, connection -> read(connection, userId));
  }

  private static UserActivitySummary read(Connection connection, long userId) throws SQLException {
    Tally tally = new Tally();
    try (Statement statement = connection.createStatement()) {
      statement.execute(SNAPSHOT.text());
      long blocks = blocks(statement);
      for (long block = 0; block < blocks; block += PAGE_BLOCKS) {
        try (ResultSet rows = statement.executeQuery(page(userId, block))) {
          tally.addAll(rows);
        }
      }
    }
    return tally.summary();
  }

  private static long blocks(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(TABLE_BLOCKS.text())) {
      row.next();
      return row.getLong("blocks");
    }
  }

  private static String page(long userId, long block) {
    return PAGE.with("first_place", place(block))
        .with("next_place", place(block + PAGE_BLOCKS))
        .forUser(userId);
  }

  private static String place(long block) {
    return "(" + block + ",0)";
  }
}
