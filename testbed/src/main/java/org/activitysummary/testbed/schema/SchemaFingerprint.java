package org.activitysummary.testbed.schema;

import java.sql.Connection;
import java.util.List;
import java.util.SortedMap;

/** What the catalog says. */
public record SchemaFingerprint(SortedMap<String, String> objects, String sha256) {
  public static SchemaFingerprint take(Connection owner, String schema) {
    throw new UnsupportedOperationException("in work");
  }

  public List<String> differencesTo(SchemaFingerprint later) {
    throw new UnsupportedOperationException("in work");
  }

  public List<String> indexDifferencesTo(SchemaFingerprint later) {
    throw new UnsupportedOperationException("in work");
  }
}
