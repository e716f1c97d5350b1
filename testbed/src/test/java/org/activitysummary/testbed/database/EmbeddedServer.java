package org.activitysummary.testbed.database;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands one embedded server to all test classes of a JVM, of this module and of those after it. It
 * starts when the first one asks and stops with the JVM; who ill-treats a server opens one of its
 * own.
 */
public final class EmbeddedServer implements ParameterResolver {

  /** Not in a store of JUnit, which jqwik does not know and which may end with a class. */
  private static final class Shared {
    private static final Database DATABASE = Database.open(new DatabaseLocation.Embedded());
  }

  /** Returns the server; nobody closes it. */
  public static Database shared() {
    return Shared.DATABASE;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Database.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return shared();
  }
}
