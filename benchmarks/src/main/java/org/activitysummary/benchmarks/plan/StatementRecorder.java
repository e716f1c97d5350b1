package org.activitysummary.benchmarks.plan;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tells of each statement that is executed on a connection. */
final class StatementRecorder {

  private final Consumer<SentStatement> sent;

  StatementRecorder(Consumer<SentStatement> sent) {
    this.sent = sent;
  }

  /** Returns the same connection, watched. */
  Connection watch(Connection real) {
    return proxy(
        Connection.class,
        (method, arguments) -> {
          Object result = invoke(real, method, arguments);
          return switch (method.getName()) {
            case "prepareStatement" -> prepared((PreparedStatement) result, (String) arguments[0]);
            case "createStatement" -> plain((Statement) result);
            default -> result;
          };
        });
  }

  private Statement plain(Statement real) {
    return proxy(
        Statement.class,
        (method, arguments) -> {
          if (executes(method) && arguments != null) {
            sent.accept(new SentStatement((String) arguments[0], List.of()));
          }
          return invoke(real, method, arguments);
        });
  }

  private PreparedStatement prepared(PreparedStatement real, String sql) {
    List<Parameter> parameters = new ArrayList<>();
    return proxy(
        PreparedStatement.class,
        (method, arguments) -> {
          if (executes(method) && arguments == null) {
            sent.accept(new SentStatement(sql, parameters));
          } else if (method.getName().equals("clearParameters")) {
            parameters.clear();
          } else if (setsParameter(method)) {
            boolean nothing = method.getName().equals("setNull");
            parameters.add(new Parameter((Integer) arguments[0], nothing ? null : arguments[1]));
          }
          return invoke(real, method, arguments);
        });
  }

  private static boolean executes(Method method) {
    return List.of("execute", "executeQuery", "executeUpdate").contains(method.getName());
  }

  private static boolean setsParameter(Method method) {
    return method.getName().startsWith("set")
        && method.getParameterCount() > 1
        && method.getParameterTypes()[0] == int.class;
  }

  /** What a watched object does instead of the real one. */
  @FunctionalInterface
  private interface Behaviour {
    Object call(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Behaviour behaviour) {
    InvocationHandler handler = (self, method, arguments) -> behaviour.call(method, arguments);
    return type.cast(
        Proxy.newProxyInstance(
            StatementRecorder.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
