package org.activitysummary.testbed.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.activitysummary.testbed.database.ConnectionTarget;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.dataset.Dataset;
import org.activitysummary.testbed.event.Event;

/** One schema with one table {@code events}. */
public final class EventsSchema implements AutoCloseable {
  private EventsSchema() {}

  public static EventsSchema create(Database database, String name) {
    throw new UnsupportedOperationException("in work");
  }

  public String name() {
    throw new UnsupportedOperationException("in work");
  }

  public ConnectionTarget reader() {
    throw new UnsupportedOperationException("in work");
  }

  public Connection connectAsOwner() throws SQLException {
    throw new UnsupportedOperationException("in work");
  }

  public LoadResult load(Dataset dataset, LoadProgress progress) {
    throw new UnsupportedOperationException("in work");
  }

  public void insert(List<Event> events) {
    throw new UnsupportedOperationException("in work");
  }

  public void truncate() {
    throw new UnsupportedOperationException("in work");
  }

  @Override
  public void close() {}
}
