package org.activitysummary.testbed.database;

import java.time.Duration;
import java.util.Objects;
import java.util.Properties;

/**
 * Where to connect, as whom, and which schema is on the search path.
 *
 * @param jdbcUrl PostgreSQL URL without credentials and without a schema
 * @param user role to connect as
 * @param password the role's password, empty when the server asks for none; never shown
 * @param schema the only schema on the search path, or empty for the server's default
 */
public record ConnectionTarget(String jdbcUrl, String user, String password, String schema) {

  private static final String APPLICATION_NAME = "activity-summary";

  private static final String READ_ONLY_OPTIONS =
      "-c%%20default_transaction_read_only=on%%20-c%%20statement_timeout=%ds";

  /** An address that drops packets must not hold up a run for minutes. */
  private static final String CONNECT_TIMEOUT_SECONDS = "10";

  /**
   * Checks that nothing is null.
   *
   * @throws NullPointerException naming what is
   */
  public ConnectionTarget {
    Objects.requireNonNull(jdbcUrl, "jdbcUrl");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
    Objects.requireNonNull(schema, "schema");
  }

  /**
   * Returns the driver's connection properties; they hold the password.
   *
   * @return a fresh copy with {@code user}, {@code password}, {@code currentSchema}, {@code
   *     ApplicationName} and a connect timeout of 10 s
   */
  public Properties driverProperties() {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("ApplicationName", APPLICATION_NAME);
    properties.setProperty("connectTimeout", CONNECT_TIMEOUT_SECONDS);
    if (!password.isEmpty()) {
      properties.setProperty("password", password);
    }
    if (!schema.isEmpty()) {
      properties.setProperty("currentSchema", schema);
    }
    return properties;
  }

  /**
   * Returns the same target, whose transactions only read unless told otherwise; for a role that is
   * not ours to alter.
   *
   * @param statementLimit how long a statement may take, in whole seconds
   */
  public ConnectionTarget readOnly(Duration statementLimit) {
    String url = ExternalUrl.with(jdbcUrl, "options", "");
    String more =
        (url.matches(".*[?&]options=(&.*)?") ? "" : "%20")
            + READ_ONLY_OPTIONS.formatted(statementLimit.toSeconds());
    return new ConnectionTarget(
        url.replaceFirst("([?&]options=[^&]*)", "$1" + more), user, password, schema);
  }

  /** Returns everything but the password, which must not reach a log or a report. */
  @Override
  public String toString() {
    return "%s as %s, schema %s".formatted(jdbcUrl, user, schema.isEmpty() ? "default" : schema);
  }
}
