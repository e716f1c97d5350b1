package org.activitysummary.evaluation.check;

import java.util.List;
import java.util.function.Function;
import org.activitysummary.evaluation.guard.SchemaGuard.SchemaWatch;

/**
 * Nothing may be different in the catalogs after an implementation was at work.
 *
 * @param id as in reports
 * @param requirement it belongs to
 * @param what may not differ, in a few words
 * @param differences of that kind
 */
record SchemaCheck(
    String id, String requirement, String what, Function<SchemaWatch, List<String>> differences)
    implements Check {

  @Override
  public Finding judge(String implementation, Evidence evidence) {
    SchemaWatch watch = evidence.schema().get(implementation);
    if (watch == null || watch.inspections() == 0) {
      return Finding.inconclusive("The catalogs were not compared.");
    }
    List<String> found = differences.apply(watch);
    return Finding.counted(
        found.isEmpty(),
        found.size(),
        0,
        "differences",
        "%s: %d differences in %d comparisons of the catalogs."
            .formatted(what, found.size(), watch.inspections()),
        found.isEmpty() ? List.of("sha256 " + watch.after()) : found);
  }
}
