package org.activitysummary.evaluation.containment;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The implementations that broke down while they were measured. Whatever else was measured of them
 * is put aside: figures of a part would pass for the whole.
 */
public final class Breakdowns {

  private final Map<String, String> sentences = new LinkedHashMap<>();

  /** Notes how an implementation broke down; the first time counts. */
  public void book(String implementation, String how) {
    sentences.putIfAbsent(implementation, how);
  }

  /** Returns whether the implementation broke down. */
  public boolean has(String implementation) {
    return sentences.containsKey(implementation);
  }

  /** Returns how, by implementation. */
  public Map<String, String> all() {
    return Map.copyOf(sentences);
  }
}
