package org.activitysummary.evaluation.cli;

import java.util.List;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityServiceProvider;
import org.activitysummary.contract.UserActivityServiceProvider.Kind;
import picocli.CommandLine.Option;

/** Which implementations are measured. */
final class ImplementationOptions {

  private static final String ALL = "all";

  @Option(
      names = "--implementations",
      split = ",",
      paramLabel = "<name>",
      description = "Names, or 'all'. Default: before, after and every candidate")
  private List<String> implementations;

  /**
   * Returns the chosen ones in the order of the report.
   *
   * @throws IllegalArgumentException if there is none of a name
   */
  List<UserActivityServiceProvider> chosen() {
    List<String> names = Words.of(implementations);
    List<UserActivityServiceProvider> all = Implementations.all();
    if (names.equals(List.of(ALL))) {
      return all;
    }
    if (names.isEmpty()) {
      return all.stream()
          .filter(i -> i.kind() == Kind.SUBJECT || i.kind() == Kind.CANDIDATE)
          .toList();
    }
    return names.stream().distinct().map(Implementations::named).toList();
  }
}
