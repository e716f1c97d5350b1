package org.activitysummary.evaluation.forecast;

import java.time.Duration;

/**
 * One stage of a run.
 *
 * @param stage its name, as the progress and the report have it
 * @param work what it does, in numbers
 * @param expected how long it should take
 * @param source what the duration rests on
 */
public record StageForecast(String stage, String work, Duration expected, Source source) {

  /** What a duration rests on. */
  public enum Source {
    /** An earlier run of the same kind took as long. */
    MEASURED("as long as last time"),
    /** The plan says so, for calls as long as in an earlier run. */
    PLANNED("from the profile and measured calls"),
    /** The plan says so, for calls as long as assumed. */
    ASSUMED("from the profile and assumptions");

    private final String words;

    Source(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }
}
