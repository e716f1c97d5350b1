package org.activitysummary.evaluation.verification;

/**
 * One field of a report that does not follow from its recording.
 *
 * @param field where, such as {@code measurements[2].latency.p99.value}
 * @param found what the report says, as JSON; {@code nothing} if the field is not there
 * @param computed what follows from the recording, likewise
 */
public record Difference(String field, String found, String computed) {

  /** What stands for a field that is not there. */
  static final String NOTHING = "nothing";

  /** More of a value than this fills a line with nothing to see. */
  private static final int LONGEST = 120;

  @Override
  public String toString() {
    return "%s: the report says %s, its recording gives %s"
        .formatted(field, shortened(found), shortened(computed));
  }

  private static String shortened(String json) {
    return json.length() <= LONGEST ? json : json.substring(0, LONGEST) + "...";
  }
}
