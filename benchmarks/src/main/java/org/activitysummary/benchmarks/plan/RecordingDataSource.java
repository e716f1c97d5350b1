package org.activitysummary.benchmarks.plan;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A data source that notes the statements of the first call and is only a name for the other one
 * from then on.
 */
public final class RecordingDataSource implements DataSource {

  private final DataSource real;
  private final List<SentStatement> statements = new ArrayList<>();
  private boolean recording = true;

  /**
   * Records until it is told to stop.
   *
   * @param real gives the connections
   */
  public RecordingDataSource(DataSource real) {
    this.real = real;
  }

  /** Notes nothing more: what comes is timed, or repeats what was seen. */
  public void stop() {
    recording = false;
  }

  /** Returns what was noted, in order. */
  List<SentStatement> statements() {
    return List.copyOf(statements);
  }

  @Override
  public Connection getConnection() throws SQLException {
    return recording
        ? new StatementRecorder(statements::add).watch(real.getConnection())
        : real.getConnection();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return real.getConnection(user, password);
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return real.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    real.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    real.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return real.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return type.isInstance(real) ? type.cast(real) : real.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return type.isInstance(real) || real.isWrapperFor(type);
  }
}
