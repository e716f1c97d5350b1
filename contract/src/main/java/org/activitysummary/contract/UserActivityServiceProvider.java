package org.activitysummary.contract;

import java.util.Locale;
import javax.sql.DataSource;

/**
 * Makes one implementation known to the harness through {@link java.util.ServiceLoader}.
 *
 * <p>A jar takes part by naming its provider in {@code
 * META-INF/services/org.activitysummary.contract.UserActivityServiceProvider}. Providers have a
 * public constructor without parameters that does no work.
 */
public interface UserActivityServiceProvider {

  /** What part an implementation plays in an evaluation. */
  enum Kind {
    /** One of the two implementations the project is about. */
    SUBJECT,
    /** A yardstick that need not answer correctly, such as the floor. */
    REFERENCE,
    /** Another way to write the function, measured when asked for. */
    ALTERNATIVE,
    /** Brought from outside. */
    CANDIDATE,
    /** Wrong on purpose, to prove that a check can fail; never listed. */
    PLANTED;

    /** Returns its name in lists and reports, in lower case. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether it may be timed although it answers wrongly. */
    public boolean mayBeInexact() {
      return this == REFERENCE || this == ALTERNATIVE;
    }
  }

  /**
   * Returns the name on the command line and in reports.
   *
   * @return lower-case letters, digits and hyphens; unique on the class path
   */
  String name();

  /**
   * Returns one line that says how the implementation works.
   *
   * @return a single line without a line break, not blank
   */
  String description();

  /**
   * Returns the part the implementation plays.
   *
   * @return {@link Kind#CANDIDATE} unless overridden
   */
  default Kind kind() {
    return Kind.CANDIDATE;
  }

  /**
   * Creates the implementation on top of a pool.
   *
   * @param dataSource gives connections as a role that may only read {@code events}; the caller
   *     owns and closes it
   * @return a service that is safe for use by several threads
   */
  UserActivityService create(DataSource dataSource);
}
