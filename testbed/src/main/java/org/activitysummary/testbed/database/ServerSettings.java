package org.activitysummary.testbed.database;

import java.util.List;

/** The settings of the servers that are started for measuring, embedded or in a container. */
public final class ServerSettings {

  private static final long MEGABYTE = 1024 * 1024;
  private static final long LEAST_BUFFERS_MEGABYTES = 128;
  private static final long MOST_BUFFERS_MEGABYTES = 1024;

  /** As many as PostgreSQL gives a query by itself, also where a query gets only one here. */
  private static final int LEAST_PARALLEL_WORKERS = 2;

  /** What PostgreSQL allows by itself; more would change the plans of larger machines. */
  private static final int MOST_WORKERS_OF_A_QUERY = 2;

  /** Background processes beside the parallel workers, such as the replication launcher. */
  private static final int OTHER_WORKERS = 6;

  private ServerSettings() {}

  /** Returns the settings for this machine, each with its reason. */
  public static List<ServerSetting> forThisMachine() {
    return forMachine(Machine.current());
  }

  static List<ServerSetting> forMachine(Machine machine) {
    long buffers = buffersMegabytes(machine);
    int workers = Math.max(LEAST_PARALLEL_WORKERS, machine.cores());
    return List.of(
        setting("autovacuum", "off", "nothing runs beside the measured call; loading vacuums"),
        setting("checkpoint_timeout", "1h", "no checkpoint falls into a measurement"),
        setting(
            "effective_cache_size",
            Math.max(2 * buffers, machine.memoryBytes() / MEGABYTE / 2) + "MB",
            "half of the memory caches files, as on a dedicated server"),
        setting("fsync", "off", "the data is thrown away"),
        setting("full_page_writes", "off", "the data is thrown away"),
        setting("huge_pages", "off", "does not depend on what the machine has reserved"),
        setting("jit", "off", "not in every build, and its warm-up hides what is compared"),
        setting("max_connections", "100", "the default, named since tools raise it"),
        setting("max_parallel_workers", Integer.toString(workers), "as many as there are cores"),
        setting(
            "max_parallel_workers_per_gather",
            Integer.toString(Math.max(1, Math.min(MOST_WORKERS_OF_A_QUERY, machine.cores() - 1))),
            "the leader works too: a process for each core, but one worker at least"),
        setting("max_wal_senders", "0", "required by wal_level=minimal"),
        setting("max_wal_size", "4GB", "loading a million rows forces no checkpoint"),
        setting(
            "max_worker_processes",
            Integer.toString(workers + OTHER_WORKERS),
            "room for the parallel workers"),
        setting("random_page_cost", "1.1", "the table is cached, as on any SSD"),
        setting("shared_buffers", buffers + "MB", "a quarter of the memory, 128 MB to 1 GB"),
        setting("synchronous_commit", "off", "the data is thrown away"),
        setting("wal_level", "minimal", "COPY into a table just truncated writes no WAL"));
  }

  private static long buffersMegabytes(Machine machine) {
    long quarter = machine.memoryBytes() / MEGABYTE / 4;
    return Math.max(LEAST_BUFFERS_MEGABYTES, Math.min(MOST_BUFFERS_MEGABYTES, quarter));
  }

  private static ServerSetting setting(String name, String value, String reason) {
    return new ServerSetting(name, value, reason);
  }
}
