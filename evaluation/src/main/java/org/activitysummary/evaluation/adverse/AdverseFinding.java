package org.activitysummary.evaluation.adverse;

import java.util.List;
import org.activitysummary.evaluation.comparison.Comparison;

/**
 * What one adverse dataset showed.
 *
 * @param dataset label of the {@link AdverseDataset}
 * @param description what is different about it
 * @param size rows of the user asked about
 * @param rows of all users together
 * @param fingerprint SHA-256 over all rows
 * @param answers of each implementation
 * @param comparisons of the first implementation with each of the others: medians of rounds, in
 *     which they took turns with every call
 */
public record AdverseFinding(
    String dataset,
    String description,
    int size,
    long rows,
    String fingerprint,
    List<Answers> answers,
    List<Comparison> comparisons) {

  /** Copies the lists; the size of older files stands in their comparisons only. */
  public AdverseFinding {
    size = size == 0 && !comparisons.isEmpty() ? comparisons.get(0).size() : size;
    answers = List.copyOf(answers);
    comparisons = List.copyOf(comparisons);
  }

  /**
   * One implementation's answers.
   *
   * @param implementation its name
   * @param exact whether the first and the last answer are the oracle's
   * @param calls that were timed
   * @param medianMillis of the timed calls
   */
  public record Answers(String implementation, boolean exact, int calls, double medianMillis) {}
}
