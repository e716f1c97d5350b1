package org.activitysummary.testbed.schema;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import org.postgresql.PGConnection;

/** The rows of a table as they lie in it, whatever they were made from. */
final class StoredRows {

  private StoredRows() {}

  /**
   * Returns the SHA-256 over all rows of {@code events} in the order they lie.
   *
   * @return 64 hexadecimal digits
   */
  static String fingerprint(Connection connection) throws SQLException {
    MessageDigest digest = sha256();
    try (Statement statement = connection.createStatement();
        OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      // A scan that joins another one begins in the middle.
      statement.execute("SET synchronize_seqscans = off");
      connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY events TO STDOUT", sink);
      statement.execute("RESET synchronize_seqscans");
    } catch (IOException e) {
      throw new SQLException("the rows could not be read: " + e.getMessage(), e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
