package org.activitysummary.evaluation.run;

import java.util.SortedMap;
import java.util.TreeMap;
import org.activitysummary.evaluation.environment.CodeFingerprint;
import org.activitysummary.evaluation.options.EvaluationOptions;

/** What two runs must share for one to continue the other, as far as it is known at the start. */
public final class RunFacts {

  private RunFacts() {}

  /** Returns the facts by name. */
  public static SortedMap<String, String> of(EvaluationOptions options) {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("code", CodeFingerprint.ofThisProgram());
    facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put("database", options.database().toString());
    facts.put("dataset", new TreeMap<>(options.dataset().toMap()).toString());
    facts.put("implementations", String.join(", ", options.names()));
    facts.put("JVM", Runtime.version().toString());
    facts.put("profile", options.profile().name());
    return facts;
  }
}
