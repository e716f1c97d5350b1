package org.activitysummary.evaluation.doctor;

import java.util.Locale;

/**
 * An amount of bytes held against what is needed at least and what is needed for everything.
 *
 * @param least below it nothing works
 * @param enough from it on everything works
 */
record Amount(long least, long enough) {

  private static final double GIGABYTE = 1L << 30;

  /** Returns what to think of an amount. */
  Diagnosis judge(String subject, String of, long bytes, String purpose, String wayOut) {
    String found = String.format(Locale.ROOT, "%.1f GB %s", bytes / GIGABYTE, of);
    if (bytes >= enough) {
      return Diagnosis.ok(subject, found, purpose);
    }
    String needs =
        String.format(
            Locale.ROOT,
            "at least %.1f GB are needed and %.1f GB for everything (%s); %s",
            least / GIGABYTE,
            enough / GIGABYTE,
            purpose,
            wayOut);
    return bytes >= least
        ? Diagnosis.limited(subject, found, needs)
        : Diagnosis.missing(subject, found, needs);
  }
}
