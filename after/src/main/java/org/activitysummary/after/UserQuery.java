package org.activitysummary.after;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * A script as it is handed to the driver.
 *
 * @param sql with parameters in place of the user; always the same text, which the driver parses
 *     once for each connection
 * @param parameters how many
 */
record UserQuery(String sql, int parameters) {

  static UserQuery of(Script script) {
    return new UserQuery(script.prepared(), script.parameters());
  }

  /** Puts the user in place of every parameter. */
  void askAbout(long userId, PreparedStatement statement) throws SQLException {
    for (int i = 1; i <= parameters; i++) {
      statement.setLong(i, userId);
    }
  }
}
