package org.activitysummary.testbed.database;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands one embedded server to all tests of the module; it starts when the first one asks. */
public final class EmbeddedServer implements ParameterResolver {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(EmbeddedServer.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Database.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    // The store closes what it holds when the run ends.
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(
            Database.class, key -> Database.open(new DatabaseLocation.Embedded()), Database.class);
  }
}
