package org.activitysummary.evaluation.planted;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A fault that adds an object to the schema. */
abstract class SchemaFault extends PlantedFault {

  private final String create;
  private final String drop;

  SchemaFault(String name, String owner, String description, String create, String drop) {
    super(name, owner, description);
    this.create = create;
    this.drop = drop;
  }

  @Override
  public void vandalize(Connection owner) throws SQLException {
    execute(owner, create);
  }

  @Override
  public void repair(Connection owner) throws SQLException {
    execute(owner, drop);
  }

  private static void execute(Connection owner, String sql) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }
}
