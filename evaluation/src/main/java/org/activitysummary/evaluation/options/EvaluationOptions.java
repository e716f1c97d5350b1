package org.activitysummary.evaluation.options;

import java.nio.file.Path;
import java.util.List;
import org.activitysummary.contract.UserActivityServiceProvider;
import org.activitysummary.evaluation.baseline.Baseline;
import org.activitysummary.evaluation.profile.Profile;
import org.activitysummary.testbed.database.DatabaseLocation;
import org.activitysummary.testbed.dataset.DatasetSpec;

/**
 * What to evaluate, how thoroughly and where; parsed once, checked before anything starts.
 *
 * @param profile how thoroughly
 * @param implementations in the order of the report, at least one
 * @param dataset on what
 * @param database where
 * @param reports the folder of all runs
 * @param strict whether what could not be decided fails the run
 * @param baseline what the run is held against; null for nothing
 * @param command as typed, for the report
 */
public record EvaluationOptions(
    Profile profile,
    List<UserActivityServiceProvider> implementations,
    DatasetSpec dataset,
    DatabaseLocation database,
    Path reports,
    boolean strict,
    Baseline baseline,
    String command) {

  /** Keeps a copy of the implementations. */
  public EvaluationOptions {
    implementations = List.copyOf(implementations);
  }

  /** Returns the names of the implementations. */
  public List<String> names() {
    return implementations.stream().map(UserActivityServiceProvider::name).toList();
  }
}
