package org.activitysummary.testbed.oracle;

/**
 * The value under one key of a JSON document.
 *
 * @param kind what sort of value, as far as a price cares
 * @param text digits of a number, unescaped characters of a string, otherwise empty
 */
record JsonMember(Kind kind, String text) {

  enum Kind {
    /** The document is no object, or has no such key. */
    ABSENT,
    NUMBER,
    STRING,
    /** Null, boolean, object or array. */
    OTHER
  }

  static final JsonMember ABSENT = new JsonMember(Kind.ABSENT, "");
  static final JsonMember OTHER = new JsonMember(Kind.OTHER, "");
}
