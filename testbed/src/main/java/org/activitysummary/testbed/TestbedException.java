package org.activitysummary.testbed;

/**
 * What the testbed could not provide: a database, a schema, a file, a dataset.
 *
 * <p>The message is one line for the person at the terminal: what was expected, what was found,
 * where, and the way out. Callers end with exit code 2, could not evaluate.
 */
public final class TestbedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Says what is missing, without a cause.
   *
   * @param message expected, found, where, way out; one line
   */
  public TestbedException(String message) {
    super(oneLine(message));
  }

  /**
   * Says what is missing, with what was thrown underneath.
   *
   * @param message expected, found, where, way out; one line
   * @param cause what was thrown, or null
   */
  public TestbedException(String message, Throwable cause) {
    super(oneLine(message), cause);
  }

  // Messages quote drivers and servers, which like to add line breaks.
  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
