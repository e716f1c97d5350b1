package org.activitysummary.evaluation.containment;

/** Session settings that have the server send the plan of each statement as a notice. */
final class ExplainOptions {

  static final String TEXT =
      String.join(
          " ",
          "-c session_preload_libraries=auto_explain",
          "-c auto_explain.log_min_duration=0",
          "-c auto_explain.log_analyze=on",
          "-c auto_explain.log_buffers=on",
          "-c auto_explain.log_timing=off",
          "-c auto_explain.log_settings=on",
          "-c auto_explain.log_format=json",
          "-c auto_explain.log_level=notice",
          "-c client_min_messages=notice");

  private ExplainOptions() {}
}
