package org.activitysummary.testbed.schema;

import java.sql.SQLException;
import org.activitysummary.testbed.TestbedException;
import org.activitysummary.testbed.database.ConnectionTarget;

/** Something done to a schema. */
@FunctionalInterface
interface SchemaStep<T> {

  /** Does it. */
  T run() throws SQLException;

  /**
   * Does it, or says what could not be done where.
   *
   * @param what after "Expected to"
   * @param owner names the schema
   * @throws TestbedException if the server refuses
   */
  default T run(String what, ConnectionTarget owner) {
    try {
      return run();
    } catch (SQLException e) {
      throw new TestbedException(
          "Expected to %s in schema %s of %s but: %s"
              .formatted(what, owner.schema(), owner.jdbcUrl(), e.getMessage()),
          e);
    }
  }
}
