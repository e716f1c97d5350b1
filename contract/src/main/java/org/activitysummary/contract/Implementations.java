package org.activitysummary.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.activitysummary.contract.UserActivityServiceProvider.Kind;

/** The implementations on the class path, found through {@link ServiceLoader}. */
public final class Implementations {

  private Implementations() {}

  /**
   * Returns every provider on the class path that is meant to be right: subjects, references,
   * alternatives, candidates, each by name in reverse, so that {@code before} comes before {@code
   * after}.
   *
   * @throws IllegalArgumentException if two providers share a name, since a report could not tell
   *     them apart
   */
  public static List<UserActivityServiceProvider> all() {
    return found().stream().filter(provider -> provider.kind() != Kind.PLANTED).toList();
  }

  private static List<UserActivityServiceProvider> found() {
    List<UserActivityServiceProvider> providers = new ArrayList<>();
    ServiceLoader.load(UserActivityServiceProvider.class).forEach(providers::add);
    providers.sort(
        Comparator.comparing(UserActivityServiceProvider::kind)
            .thenComparing(UserActivityServiceProvider::name, Comparator.reverseOrder()));
    requireUniqueNames(providers);
    return List.copyOf(providers);
  }

  /**
   * Returns the provider of that name.
   *
   * @throws IllegalArgumentException if there is none; the message lists the names there are
   */
  public static UserActivityServiceProvider named(String name) {
    return found().stream()
        .filter(provider -> provider.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Unknown implementation '%s'; expected one of %s; put its jar on the class path"
                        .formatted(name, names(all()))));
  }

  private static String names(List<UserActivityServiceProvider> providers) {
    return providers.stream()
        .map(UserActivityServiceProvider::name)
        .collect(Collectors.joining(", "));
  }

  private static void requireUniqueNames(List<UserActivityServiceProvider> providers) {
    for (UserActivityServiceProvider provider : providers) {
      long sameName = providers.stream().filter(p -> p.name().equals(provider.name())).count();
      if (sameName > 1) {
        throw new IllegalArgumentException(
            "%d providers call themselves '%s'; remove or rename one of %s"
                .formatted(sameName, provider.name(), classesNamed(provider.name(), providers)));
      }
    }
  }

  private static String classesNamed(String name, List<UserActivityServiceProvider> providers) {
    return providers.stream()
        .filter(provider -> provider.name().equals(name))
        .map(provider -> provider.getClass().getName())
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
