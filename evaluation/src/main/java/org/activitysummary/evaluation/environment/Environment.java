package org.activitysummary.evaluation.environment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SortedMap;
import org.activitysummary.evaluation.comparison.RunNoise;

/**
 * The surroundings of a run. Times of different surroundings are not compared.
 *
 * @param cpu model as the system names it
 * @param cores logical processors the JVM may use
 * @param memoryBytes physical memory of the machine
 * @param os family, version and architecture
 * @param jvm vendor, name and version
 * @param jvmFlags of the benchmark's forks
 * @param callerJvmFlags of the processes whose memory is measured
 * @param postgres the server
 * @param git the commit that was built
 * @param noise how quiet the machine was while calls were timed; null if none were
 */
public record Environment(
    String cpu,
    int cores,
    long memoryBytes,
    String os,
    String jvm,
    List<String> jvmFlags,
    List<String> callerJvmFlags,
    Postgres postgres,
    Git git,
    RunNoise noise) {

  /** Returns the same surroundings with what is known of their noise at the end. */
  public Environment withNoise(RunNoise noise) {
    return new Environment(
        cpu, cores, memoryBytes, os, jvm, jvmFlags, callerJvmFlags, postgres, git, noise);
  }

  /** Returns the same surroundings with who the implementations are to the server. */
  public Environment readBy(String reader) {
    return new Environment(
        cpu,
        cores,
        memoryBytes,
        os,
        jvm,
        jvmFlags,
        callerJvmFlags,
        new Postgres(postgres.kind(), postgres.version(), reader, postgres.settings()),
        git,
        noise);
  }

  /**
   * The server.
   *
   * @param kind {@code embedded}, {@code testcontainers} or {@code external}
   * @param version as {@code server_version} says
   * @param reader as whom, and by which way, the implementations connect; null in older reports
   * @param settings what differs from PostgreSQL's own defaults, by name
   */
  public record Postgres(
      String kind,
      String version,
      @JsonInclude(JsonInclude.Include.NON_NULL) String reader,
      SortedMap<String, String> settings) {}

  /**
   * The commit that was built.
   *
   * @param commit full hash; null outside a repository
   * @param dirty whether the work tree had changes when it was built; null outside a repository
   * @param reason why there is no commit; null when there is
   */
  public record Git(
      String commit, Boolean dirty, @JsonInclude(JsonInclude.Include.NON_NULL) String reason) {}
}
