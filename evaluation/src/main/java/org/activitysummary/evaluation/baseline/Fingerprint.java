package org.activitysummary.evaluation.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What two runs must share for their absolute times to be comparable.
 *
 * @param cpu model of the processor
 * @param cores logical processors
 * @param jvm vendor, name, version
 * @param postgres version of the server
 * @param dataset SHA-256 over all rows
 * @param profile how thoroughly was measured
 * @param jvmFlags of the forks that were timed
 */
public record Fingerprint(
    String cpu,
    int cores,
    String jvm,
    String postgres,
    String dataset,
    String profile,
    List<String> jvmFlags) {

  /** Keeps a copy. */
  public Fingerprint {
    jvmFlags = jvmFlags == null ? List.of() : List.copyOf(jvmFlags);
  }

  /** Returns what differs, a phrase each; empty if absolute times can be compared. */
  public List<String> differencesTo(Fingerprint other) {
    List<String> differences = new ArrayList<>(workDifferencesTo(other));
    add(differences, "processor", cpu, other.cpu);
    add(differences, "logical processors", cores, other.cores);
    add(differences, "JVM", jvm, other.jvm);
    add(differences, "PostgreSQL", postgres, other.postgres);
    add(differences, "JVM flags", jvmFlags, other.jvmFlags);
    return differences;
  }

  /**
   * Returns what differs in the work that was done, a phrase each; empty if counts of rows, bytes
   * and statements can be compared.
   */
  public List<String> workDifferencesTo(Fingerprint other) {
    List<String> differences = new ArrayList<>();
    add(differences, "dataset", dataset, other.dataset);
    add(differences, "profile", profile, other.profile);
    return differences;
  }

  private static void add(List<String> differences, String what, Object one, Object other) {
    if (!Objects.equals(one, other)) {
      differences.add("%s '%s' and '%s'".formatted(what, one, other));
    }
  }
}
