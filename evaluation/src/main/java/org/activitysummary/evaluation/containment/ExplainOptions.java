package org.activitysummary.evaluation.containment;

import java.util.Properties;
import org.activitysummary.evaluation.caller.CountingSocketFactory;

/**
 * Driver properties with which the server sends the plan of each statement as a notice, which
 * {@link org.activitysummary.evaluation.caller.ServerNotices} collects.
 */
public final class ExplainOptions {

  private static final String TEXT =
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

  /** Returns a fresh copy. */
  public static Properties driverProperties() {
    Properties properties = new Properties();
    properties.setProperty("socketFactory", CountingSocketFactory.class.getName());
    properties.setProperty("options", TEXT);
    return properties;
  }
}
