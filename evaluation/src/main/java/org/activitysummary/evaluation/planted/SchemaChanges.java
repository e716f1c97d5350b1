package org.activitysummary.evaluation.planted;

/** The planted faults that change the schema, one nested class each. */
public final class SchemaChanges {

  private SchemaChanges() {}

  /** An index appears. */
  public static final class ExtraIndex extends SchemaFault {
    /** For the service loader. */
    public ExtraIndex() {
      super(
          "extra-index",
          "no-new-indexes",
          "creates an index",
          "CREATE INDEX planted_idx ON events (user_id, id)",
          "DROP INDEX planted_idx");
    }
  }

  /** A function appears. */
  public static final class ExtraFunction extends SchemaFault {
    /** For the service loader. */
    public ExtraFunction() {
      super(
          "extra-function",
          "schema-unchanged",
          "creates a function",
          "CREATE FUNCTION planted() RETURNS int LANGUAGE sql AS 'SELECT 1'",
          "DROP FUNCTION planted()");
    }
  }

  /** Extended statistics appear. */
  public static final class ExtraStatistics extends SchemaFault {
    /** For the service loader. */
    public ExtraStatistics() {
      super(
          "extra-statistics",
          "schema-unchanged",
          "creates a statistics object",
          "CREATE STATISTICS planted_stats ON user_id, type FROM events",
          "DROP STATISTICS planted_stats");
    }
  }
}
