package org.activitysummary.benchmarks.plan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/**
 * Explains statements on a connection that has already run them, without running them again.
 *
 * <p>A statement that the server keeps prepared for this connection is explained by its name, so
 * that the choice between a plan for these values and one for all is the connection's own. What is
 * no query, a setting for instance, is done again, in a transaction that is rolled back.
 */
public final class PlanTaker {

  private static final String EXPLAIN = "EXPLAIN (FORMAT JSON) ";

  /** Of a statement that the driver has not prepared. */
  private static final String OWN_NAME = "activity_summary_explained";

  private static final Pattern QUERY =
      Pattern.compile(
          "\\s*(?:(?:--[^\\n]*\\n|/\\*.*?\\*/)\\s*)*(?:SELECT|WITH)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** A query that changes what later ones do. */
  private static final Pattern SETTING = Pattern.compile("(?i)\\bset_config\\s*\\(");

  /** One that reads rows as well is too dear to be run again. */
  private static final Pattern FROM = Pattern.compile("(?i)\\bFROM\\b");

  private static final Pattern TRANSACTION =
      Pattern.compile("(?i)\\s*(?:BEGIN|START|COMMIT|END|ROLLBACK|SAVEPOINT|RELEASE)\\b.*");

  private final Connection connection;
  private final List<TakenPlan> plans = new ArrayList<>();

  private PlanTaker(Connection connection) {
    this.connection = connection;
  }

  /**
   * Returns the plans of what was recorded, or why they cannot be had.
   *
   * @param recorded the statements
   * @param pool of one connection, the one that ran them
   */
  public static PlanFile.Plans plans(RecordingDataSource recorded, DataSource pool) {
    try {
      return new PlanFile.Plans(take(recorded, pool), null);
    } catch (SQLException | RuntimeException e) {
      return PlanFile.Plans.failed("EXPLAIN could not be used: " + e.getMessage());
    }
  }

  private static List<TakenPlan> take(RecordingDataSource recorded, DataSource pool)
      throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try {
        PlanTaker taker = new PlanTaker(connection);
        for (SentStatement statement : recorded.statements()) {
          taker.take(statement);
        }
        return taker.plans;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private void take(SentStatement statement) throws SQLException {
    boolean prepared = !statement.parameters().isEmpty();
    Map<Integer, String> literals = literals(statement.parameters());
    int before = 0;
    for (NativeQuery part :
        Parser.parseJdbcSql(statement.sql(), true, prepared, true, false, false)) {
      int count = part.bindPositions.length;
      take(part.nativeSql.strip(), arguments(literals, before + 1, before + count));
      before += count;
    }
  }

  private void take(String sql, String arguments) throws SQLException {
    boolean query = QUERY.matcher(sql).matches();
    if (query && !(SETTING.matcher(sql).find() && !FROM.matcher(sql).find())) {
      explain(sql, arguments);
    } else if (query || !(sql.isEmpty() || TRANSACTION.matcher(sql).matches())) {
      doAgain(sql, arguments);
    }
  }

  private void explain(String sql, String arguments) throws SQLException {
    Optional<String> name = arguments.isEmpty() ? Optional.empty() : preparedName(sql);
    if (arguments.isEmpty()) {
      plans.add(new TakenPlan(sql, explained(sql)));
    } else if (name.isPresent()) {
      plans.add(new TakenPlan(sql, explained("EXECUTE \"%s\"%s".formatted(name.get(), arguments))));
    } else {
      execute("PREPARE %s AS %s".formatted(OWN_NAME, sql));
      plans.add(new TakenPlan(sql, explained("EXECUTE " + OWN_NAME + arguments)));
      execute("DEALLOCATE " + OWN_NAME);
    }
  }

  private void doAgain(String sql, String arguments) throws SQLException {
    if (arguments.isEmpty()) {
      execute(sql);
    } else {
      execute("PREPARE %s AS %s".formatted(OWN_NAME, sql));
      execute("EXECUTE " + OWN_NAME + arguments);
      execute("DEALLOCATE " + OWN_NAME);
    }
  }

  /** The driver gives a statement a name once it was executed a few times. */
  private Optional<String> preparedName(String sql) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT name FROM pg_prepared_statements WHERE btrim(statement, E' \\n\\r\\t') = ?"
                + " AND NOT from_sql")) {
      select.setString(1, sql);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  /** The last setting of each parameter counts. */
  private static Map<Integer, String> literals(List<Parameter> parameters) throws SQLException {
    Map<Integer, String> literals = new HashMap<>();
    for (Parameter parameter : parameters) {
      literals.put(
          parameter.number(),
          parameter
              .literal()
              .orElseThrow(
                  () ->
                      new SQLException(
                          "parameter %d has no literal".formatted(parameter.number()))));
    }
    return literals;
  }

  /** Returns the values of a part of the parameters, in brackets; empty without any. */
  private static String arguments(Map<Integer, String> literals, int first, int last) {
    return first > last
        ? ""
        : IntStream.rangeClosed(first, last)
            .mapToObj(literals::get)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private String explained(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet row = statement.executeQuery(EXPLAIN + sql)) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }
}
