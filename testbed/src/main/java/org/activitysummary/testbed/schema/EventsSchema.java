package org.activitysummary.testbed.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.activitysummary.testbed.TestbedException;
import org.activitysummary.testbed.database.ConnectionTarget;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.dataset.Dataset;
import org.activitysummary.testbed.event.Event;

/**
 * One schema with one table {@code events}, and a reader of it; made by us, dropped by us. Safe for
 * use by several threads, one at a time.
 */
public final class EventsSchema implements AutoCloseable {

  /** Recognised by {@link SchemaFingerprint}, so that runs on one server do not see each other. */
  static final String COMMENT = "activity-summary: made for one run, dropped at its end";

  /** Lower case, so that it needs no quotes, and short enough for the role's name as well. */
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,49}");

  /** Ends the name of a schema's reader. */
  static final String READER_SUFFIX = "_reader";

  private final OwnerSession session;
  private final Reader reader;
  private final RunLock lock;
  private boolean kept;
  private boolean closed;

  private EventsSchema(OwnerSession session, Reader reader, RunLock lock) {
    this.session = session;
    this.reader = reader;
    this.lock = lock;
  }

  /**
   * Returns a new schema with an empty table, and its reader; drops those that killed runs left.
   *
   * @param database where
   * @param name lower-case letters, digits and underscores, at most 50; must not exist
   * @return the schema; close it
   * @throws TestbedException if the schema or a role for it exists, the owner may not create it, or
   *     its reader could do more than read
   */
  public static EventsSchema create(Database database, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new TestbedException(
          "Expected a schema name of at most 50 lower-case letters, digits and underscores but"
              + " found \"%s\"; choose another".formatted(name));
    }
    ConnectionTarget owner = database.owner(name);
    try {
      OwnerSession session = OwnerSession.open(owner);
      try {
        if (database.keptDirectory().isEmpty()) {
          AbandonedSchemas.drop(session.connection());
        }
        Reader reader = Reader.of(database, session.connection(), owner);
        return proven(new EventsSchema(session, reader, created(session, reader)));
      } catch (SQLException | RuntimeException e) {
        session.close();
        throw e;
      }
    } catch (SQLException e) {
      throw SchemaCreation.failure(owner, e);
    }
  }

  private static EventsSchema proven(EventsSchema schema) {
    try {
      schema.reader.prove(schema.name());
      return schema;
    } catch (RuntimeException e) {
      schema.close();
      throw e;
    }
  }

  /**
   * Returns a schema that an earlier run kept, with a new password for its reader.
   *
   * @throws SQLException if it is not there any more
   */
  static EventsSchema reopen(Database database, String name) throws SQLException {
    ConnectionTarget owner = database.owner(name);
    OwnerSession session = OwnerSession.open(owner);
    try {
      Reader reader = Reader.of(database, session.connection(), owner);
      EventsSchema schema = new EventsSchema(session, reader, RunLock.take(owner));
      schema.keep();
      return schema.withNewPassword();
    } catch (SQLException e) {
      session.close();
      throw e;
    }
  }

  private EventsSchema withNewPassword() throws SQLException {
    try {
      // The password is hexadecimal.
      session.execute(
          "ALTER ROLE %s PASSWORD '%s'"
              .formatted(reader.target().user(), reader.target().password()));
      return this;
    } catch (SQLException e) {
      close();
      throw e;
    }
  }

  private static RunLock created(OwnerSession session, Reader reader) throws SQLException {
    RunLock lock = RunLock.take(session.owner());
    try {
      SchemaCreation.run(session.connection(), session.owner().schema(), reader);
      return lock;
    } catch (SQLException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Returns the name of the schema, which needs no quotes. */
  public String name() {
    return session.owner().schema();
  }

  /** Returns how to connect in order to read {@code events}, and for nothing else. */
  public ConnectionTarget reader() {
    return reader.target();
  }

  /** Returns who the reader is, as a phrase: a role of its own, or the owner held back. */
  public String readerDescription() {
    return reader.description();
  }

  /**
   * Returns a new connection as the owner, with the schema as search path.
   *
   * @return in autocommit mode; close it
   * @throws SQLException if the server refuses
   */
  public Connection connectAsOwner() throws SQLException {
    return OwnerSession.connect(session.owner());
  }

  /**
   * Fills the table with a dataset, in place of what it held; then vacuums, analyzes and reads
   * table and index once, so that the first measured call finds them as the last one does.
   *
   * @param dataset the rows
   * @param progress hears how far it is; called by this thread
   * @return rows, bytes and the time of the COPY
   * @throws TestbedException if the server refuses, for instance for lack of disk
   */
  public synchronized LoadResult load(Dataset dataset, LoadProgress progress) {
    return session.doing(
        "load %d rows".formatted(dataset.rows()),
        () -> {
          LoadResult result = new CopyLoad(session.connection(), dataset, progress).run();
          CacheWarming.run(session.connection());
          return result;
        });
  }

  /** Brings the table into the state that {@link #load} leaves it in. */
  synchronized void warm() {
    session.doing(
        "read the table",
        () -> {
          CacheWarming.run(session.connection());
          return null;
        });
  }

  /** Leaves schema and reader where they are when this is closed. */
  synchronized void keep() {
    kept = true;
  }

  /** Leaves them to others until {@link KeptSchema} removes them. */
  public synchronized void handOver() {
    session.doing(
        "hand the schema over",
        () ->
            session.execute("COMMENT ON SCHEMA %s IS '%s'".formatted(name(), KeptSchema.COMMENT)));
    keep();
  }

  /**
   * Adds rows; into an empty table they are stored in the order of the list, into any other the
   * server may put a small one before a larger one.
   *
   * @param events any rows
   * @throws TestbedException if the database refuses one, for instance for metadata that is no JSON
   */
  public synchronized void insert(List<Event> events) {
    session.doing(
        "insert %d rows".formatted(events.size()),
        () -> EventRows.copy(session.connection(), events));
  }

  /**
   * Puts rows in place of those there are, all or nothing, in the order of the list.
   *
   * @param events any rows
   * @throws TestbedException if the database refuses one; the table is as it was then
   */
  public synchronized void replace(List<Event> events) {
    session.doing(
        "store %d rows in place of others".formatted(events.size()),
        () -> EventRows.replace(session.connection(), events));
  }

  /** Empties the table. */
  public synchronized void truncate() {
    session.doing("empty the table", () -> session.execute("TRUNCATE events"));
  }

  /**
   * Drops the schema with everything in it, and the reader, unless they are kept; later calls do
   * nothing.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    session.doing(
        "drop the schema",
        () -> {
          try (lock;
              session) {
            if (kept) {
              return true;
            }
            session.execute("DROP SCHEMA %s CASCADE".formatted(name()));
            return reader.ownRole() && session.execute("DROP ROLE " + reader.target().user());
          }
        });
  }
}
