package org.activitysummary.testbed.database;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords of roles that live as long as one run. */
public final class RandomPassword {

  private static final int BYTES = 16;

  private RandomPassword() {}

  /** Returns 32 hexadecimal digits that nobody can guess, and that need no quoting anywhere. */
  public static String create() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
