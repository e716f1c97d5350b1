package org.activitysummary.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Properties;
import org.activitysummary.testbed.database.ConnectionTarget;

/**
 * The connection pool of every measurement: fixed in size, filled before the clock starts, nothing
 * rotated while it runs.
 *
 * <p>All implementations get the same pool, with the driver's own defaults (autocommit, server-side
 * prepared statements from the fifth execution on), as an application would have it.
 */
public final class ReaderPool {

  /**
   * Longer than any call measured here; a wait this long is a failure to report, not to sit out.
   */
  private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(30);

  /**
   * Longer than the server lets the reader's statements run, so that a silent socket means a
   * network that stalls.
   */
  private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(40);

  private ReaderPool() {}

  /**
   * Returns a pool of exactly {@code connections} open connections.
   *
   * @param target where to connect as the role that may only read
   * @param connections at least 1
   * @throws com.zaxxer.hikari.pool.HikariPool.PoolInitializationException if the database cannot be
   *     reached
   */
  public static HikariDataSource open(ConnectionTarget target, int connections) {
    return open(target, connections, new Properties());
  }

  /**
   * Returns a pool whose connections carry further driver properties.
   *
   * @param driverProperties added to those of the target, e.g. {@code socketFactory}
   */
  public static HikariDataSource open(
      ConnectionTarget target, int connections, Properties driverProperties) {
    return new HikariDataSource(config(target, connections, driverProperties));
  }

  /** Returns the settings of such a pool, for who wants to watch it. */
  public static HikariConfig config(
      ConnectionTarget target, int connections, Properties driverProperties) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("activity-summary");
    config.setJdbcUrl(target.jdbcUrl());
    Properties properties = target.driverProperties();
    properties.setProperty("socketTimeout", Long.toString(SOCKET_TIMEOUT.toSeconds()));
    properties.putAll(driverProperties);
    config.setDataSourceProperties(properties);
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(connections);
    config.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
    config.setInitializationFailTimeout(CONNECTION_TIMEOUT.toMillis());
    config.setKeepaliveTime(0);
    config.setMaxLifetime(0);
    config.setIdleTimeout(0);
    return config;
  }
}
