package org.activitysummary.evaluation.cli;

import java.util.Locale;
import java.util.function.UnaryOperator;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The value of an option that is not on the command line: {@code --some-option} is the system
 * property {@code evaluation.some-option}, which {@code mvn verify} passes on from the property of
 * the same name, or else the environment variable {@code ACTIVITY_SUMMARY_SOME_OPTION}, or else the
 * option's own default. An empty value counts as none.
 */
final class OptionDefaults implements IDefaultValueProvider {

  private static final String PROPERTY_PREFIX = "evaluation.";
  private static final String VARIABLE_PREFIX = "ACTIVITY_SUMMARY_";

  private final UnaryOperator<String> properties;
  private final UnaryOperator<String> variables;

  /** Looks values up by name; null stands for no value. */
  OptionDefaults(UnaryOperator<String> properties, UnaryOperator<String> variables) {
    this.properties = properties;
    this.variables = variables;
  }

  /** Returns the defaults of this process. */
  static OptionDefaults ofThisProcess() {
    return new OptionDefaults(System::getProperty, System::getenv);
  }

  @Override
  public String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || isQuestion(option)) {
      return null;
    }
    String value = properties.apply(property(option));
    if (value == null || value.isBlank()) {
      value = variables.apply(variable(option));
    }
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** Help and version are asked for, never configured. */
  static boolean isQuestion(OptionSpec option) {
    return option.usageHelp() || option.versionHelp();
  }

  /** Returns the name of the option's system and Maven property. */
  static String property(OptionSpec option) {
    return PROPERTY_PREFIX + bareName(option);
  }

  /** Returns the name of the option's environment variable. */
  static String variable(OptionSpec option) {
    return VARIABLE_PREFIX + bareName(option).replace('-', '_').toUpperCase(Locale.ROOT);
  }

  private static String bareName(OptionSpec option) {
    return option.longestName().replaceFirst("^-+", "");
  }
}
