package org.activitysummary.evaluation.progress;

import java.io.Console;
import java.util.function.UnaryOperator;

/**
 * What the output may look like: redrawn where a person watches a terminal, and coloured where that
 * person does not object.
 *
 * @param interactive whether a terminal is attached
 * @param coloured whether colours may be used; {@code NO_COLOR} and {@code CLICOLOR_FORCE} decide
 *     before the terminal does, see no-color.org and bixense.com/clicolors
 */
public record Terminal(boolean interactive, boolean coloured) {

  /** Returns the terminal of this process. */
  public static Terminal ofThisProcess() {
    return of(attached(System.console()), System::getenv);
  }

  static Terminal of(boolean attached, UnaryOperator<String> environment) {
    String name = environment.apply("TERM");
    boolean capable = attached && !"dumb".equals(name);
    return new Terminal(capable, coloured(capable, environment));
  }

  private static boolean coloured(boolean capable, UnaryOperator<String> environment) {
    if (isSet(environment.apply("NO_COLOR"))) {
      return false;
    }
    String force = environment.apply("CLICOLOR_FORCE");
    return isSet(force) && !force.equals("0")
        || capable && !"0".equals(environment.apply("CLICOLOR"));
  }

  private static boolean isSet(String value) {
    return value != null && !value.isEmpty();
  }

  /** From Java 22 on there may be a console without a terminal, which only the console tells. */
  private static boolean attached(Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true; // Before Java 22.
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
