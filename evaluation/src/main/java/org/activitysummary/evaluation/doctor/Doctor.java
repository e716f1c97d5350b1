package org.activitysummary.evaluation.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.activitysummary.testbed.database.DatabaseLocation;

/** Finds out what an evaluation on this machine is worth. */
public final class Doctor {

  private Doctor() {}

  /**
   * Returns what was found, in an order for people; takes a few seconds.
   *
   * @param location of the database that is to be used
   * @param reports the folder of all runs, which need not exist
   */
  public static List<Diagnosis> examine(DatabaseLocation location, Path reports) {
    List<Diagnosis> all = new ArrayList<>();
    all.add(Machine.java());
    all.add(Machine.cores());
    all.add(Machine.governor());
    all.add(Machine.memory());
    all.add(
        Machine.disk(
            "disk",
            Path.of(System.getProperty("java.io.tmpdir")),
            "free some space or choose another folder with -Djava.io.tmpdir"));
    all.add(
        Machine.disk(
            "reports", reports, "free some space or choose another folder with --reports"));
    all.add(Machine.peakMemory());
    all.add(Machine.pressure());
    all.add(Machine.noise());
    all.add(Servers.docker(location));
    all.addAll(Servers.database(location));
    return all;
  }
}
