package org.activitysummary.evaluation.surroundings;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.activitysummary.testbed.database.ConnectionTarget;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.database.DatabaseLocation;
import org.activitysummary.testbed.database.RandomPassword;
import org.activitysummary.testbed.dataset.Dataset;
import org.activitysummary.testbed.event.Event;
import org.activitysummary.testbed.schema.EventsSchema;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * One table {@code events} on a coordinator, its rows on further servers: partitioned by the hash
 * of the user, each partition a foreign table. Nothing but PostgreSQL's own means.
 */
final class SpreadEvents implements AutoCloseable {

  /** Rows a round trip between coordinator and server; the default of 100 suits small results. */
  static final int FETCH_SIZE = 10_000;

  private static final String SCHEMA = "spread";
  private static final String READER = "spread_reader";

  private final Database coordinator;
  private final List<Database> servers = new ArrayList<>();
  private final List<EventsSchema> shards = new ArrayList<>();
  private final String password = RandomPassword.create();

  /** Starts a coordinator and as many servers. */
  SpreadEvents(int count) throws SQLException {
    this(count, new DatabaseLocation.Embedded());
  }

  /** Has all parts at one location, which is one server if it is an address. */
  SpreadEvents(int count, DatabaseLocation location) throws SQLException {
    coordinator = Database.open(location);
    for (int i = 0; i < count; i++) {
      servers.add(Database.open(location));
      shards.add(EventsSchema.create(servers.get(i), "shard"));
    }
    try (Connection connection = coordinator.connectAsOwner();
        Statement sql = connection.createStatement()) {
      sql.execute("CREATE EXTENSION postgres_fdw");
      sql.execute("CREATE SCHEMA " + SCHEMA);
      sql.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(READER, password));
      sql.execute("ALTER ROLE %s SET default_transaction_read_only = on".formatted(READER));
      sql.execute(
          "CREATE TABLE %s.events (id bigint NOT NULL, user_id bigint NOT NULL, type text NOT NULL,"
                  .formatted(SCHEMA)
              + " metadata jsonb) PARTITION BY HASH (user_id)");
      for (int i = 0; i < count; i++) {
        attach(sql, i, count);
      }
      sql.execute("GRANT USAGE ON SCHEMA %s TO %s".formatted(SCHEMA, READER));
      sql.execute("GRANT SELECT ON ALL TABLES IN SCHEMA %s TO %s".formatted(SCHEMA, READER));
    }
  }

  private void attach(Statement sql, int number, int count) throws SQLException {
    String address = servers.get(number).owner("").jdbcUrl();
    sql.execute(
        "CREATE SERVER shard_%d FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '127.0.0.1', port"
                .formatted(number)
            + " '%s', dbname 'postgres', fetch_size '%d', batch_size '1000')"
                .formatted(address.replaceAll(".*:(\\d+)/.*", "$1"), FETCH_SIZE));
    mapUser(sql, number, "CURRENT_USER", servers.get(number).owner(""));
    mapUser(sql, number, READER, shards.get(number).reader());
    sql.execute(
        ("CREATE FOREIGN TABLE %s.events_%d PARTITION OF %s.events FOR VALUES WITH (MODULUS %d,"
                + " REMAINDER %d) SERVER shard_%d OPTIONS (schema_name '%s', table_name 'events')")
            .formatted(SCHEMA, number, SCHEMA, count, number, number, shards.get(number).name()));
  }

  private static void mapUser(Statement sql, int number, String local, ConnectionTarget remote)
      throws SQLException {
    sql.execute(
        "CREATE USER MAPPING FOR %s SERVER shard_%d OPTIONS (user '%s', password '%s')"
            .formatted(local, number, remote.user(), remote.password()));
  }

  /** Returns how to read all rows through the coordinator. */
  ConnectionTarget reader() {
    return new ConnectionTarget(coordinator.owner("").jdbcUrl(), READER, password, SCHEMA);
  }

  /** Returns how to read through the coordinator as one who may load {@code auto_explain}. */
  ConnectionTarget owner() {
    return coordinator.owner(SCHEMA);
  }

  /** Returns how to read straight from the server that holds a user's rows. */
  ConnectionTarget readerOfShardOf(long userId) throws SQLException {
    return shards.get(shardOf(userId)).reader();
  }

  /** Returns how to go straight there as one who may load {@code auto_explain}. */
  ConnectionTarget ownerOfShardOf(long userId) throws SQLException {
    int shard = shardOf(userId);
    return servers.get(shard).owner(shards.get(shard).name());
  }

  /** Returns the number of the server, and of the foreign table, with a user's rows. */
  int shardOf(long userId) throws SQLException {
    String query =
        "SELECT n FROM generate_series(0, %d) AS n WHERE satisfies_hash_partition('%s.events'::regclass, %d, n::int, %d::bigint)"
            .formatted(shards.size() - 1, SCHEMA, shards.size(), userId);
    try (Connection connection = coordinator.connectAsOwner();
        Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    }
  }

  /** Stores a dataset in place of what was there, through the coordinator. */
  void load(Dataset dataset) throws SQLException {
    clear();
    try (Connection connection = connect(owner())) {
      CopyIn copy = copyIn(connection);
      dataset.copyText((text, length, rows) -> write(copy, text, length));
      copy.endCopy();
    }
    tidy();
  }

  /** Stores events in place of what was there; returns them in the order in which they lie. */
  List<Event> store(List<Event> events) throws SQLException {
    clear();
    Map<Long, Integer> shardOfUser = new HashMap<>();
    for (Event event : events) {
      if (!shardOfUser.containsKey(event.userId())) {
        shardOfUser.put(event.userId(), shardOf(event.userId()));
      }
    }
    for (int i = 0; i < shards.size(); i++) {
      int shard = i;
      shards
          .get(i)
          .insert(events.stream().filter(e -> shardOfUser.get(e.userId()) == shard).toList());
    }
    List<Event> stored = new ArrayList<>();
    for (EventsSchema shard : shards) {
      stored.addAll(inStorageOrder(shard));
    }
    return stored;
  }

  /** Has the coordinator fetch so many rows a round trip. */
  void fetch(int rows) throws SQLException {
    for (int i = 0; i < servers.size(); i++) {
      execute("ALTER SERVER shard_%d OPTIONS (SET fetch_size '%d')".formatted(i, rows));
    }
  }

  /** Executes a statement on the coordinator. */
  void execute(String statement) throws SQLException {
    try (Connection connection = coordinator.connectAsOwner();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  /** Rows of each shard. */
  List<Long> rowsByShard() throws SQLException {
    List<Long> rows = new ArrayList<>();
    for (EventsSchema shard : shards) {
      rows.add((long) inStorageOrder(shard).size());
    }
    return rows;
  }

  private void clear() {
    shards.forEach(EventsSchema::truncate);
  }

  private void tidy() throws SQLException {
    for (EventsSchema shard : shards) {
      try (Connection connection = shard.connectAsOwner();
          Statement sql = connection.createStatement()) {
        sql.execute("VACUUM (FREEZE, ANALYZE) events");
      }
    }
    execute("ANALYZE " + SCHEMA + ".events");
  }

  private static CopyIn copyIn(Connection connection) throws SQLException {
    return connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("COPY events (id, user_id, type, metadata) FROM STDIN");
  }

  private static void write(CopyIn copy, byte[] text, int length) {
    try {
      copy.writeToCopy(text, 0, length);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Event> inStorageOrder(EventsSchema shard) throws SQLException {
    List<Event> stored = new ArrayList<>();
    try (Connection connection = shard.connectAsOwner();
        Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                "SELECT id, user_id, type, metadata::text FROM events ORDER BY ctid")) {
      while (row.next()) {
        stored.add(new Event(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)));
      }
    }
    return stored;
  }

  private static Connection connect(ConnectionTarget target) throws SQLException {
    return DriverManager.getConnection(target.jdbcUrl(), target.driverProperties());
  }

  @Override
  public void close() {
    coordinator.close();
    servers.forEach(Database::close);
  }
}
