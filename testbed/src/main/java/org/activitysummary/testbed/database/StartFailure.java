package org.activitysummary.testbed.database;

import java.nio.file.Path;
import org.activitysummary.testbed.TestbedException;

/** Why an embedded server did not start, in words that help. */
final class StartFailure {

  private static final String WAY_OUT =
      "use --database testcontainers or --database jdbc:postgresql://...";

  private static final String ROOT_HINT =
      "PostgreSQL refuses to run as root where user namespaces are off, as in many containers: run"
          + " as an ordinary user, or ";

  private StartFailure() {}

  static TestbedException explain(Exception failure) {
    return new TestbedException(
        "Expected to start an embedded PostgreSQL on %s %s but: %s; %s%s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                reason(failure),
                hint(System.getProperty("user.name")),
                WAY_OUT),
        failure);
  }

  /** Explains why the server did not start on the data of an earlier run. */
  static TestbedException explain(Exception failure, Path kept) {
    return new TestbedException(
        "Expected to start an embedded PostgreSQL on the data in %s but: %s; remove that folder and run again, which loads them anew"
            .formatted(kept, reason(failure)),
        failure);
  }

  static String hint(String user) {
    return "root".equals(user) ? ROOT_HINT : "";
  }

  /** Returns the outermost message, and the innermost one where that says more. */
  static String reason(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    String outer = message(failure);
    String inner = message(innermost);
    return outer.contains(inner) ? outer : outer + " (" + inner + ")";
  }

  // The library quotes whole command lines; the name of the program says enough.
  private static String message(Throwable failure) {
    return String.valueOf(failure.getMessage())
        .replaceAll("Process \\[[^,\\]]*?(\\w+)(,[^\\]]*)?\\]", "$1");
  }
}
