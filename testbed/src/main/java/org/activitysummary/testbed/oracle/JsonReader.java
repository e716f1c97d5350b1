package org.activitysummary.testbed.oracle;

/**
 * A reader of one JSON document that finds one member, numbers kept as written.
 *
 * <p>The database has already refused what is no JSON, so this is lenient where that does not
 * change the answer, and fails loudly where it cannot go on.
 */
final class JsonReader {

  private final String json;
  private int at;

  JsonReader(String json) {
    this.json = json;
  }

  /**
   * Returns a member of the document's top level.
   *
   * @param key unescaped name of the member
   * @return the last one of that name, as jsonb keeps it; absent unless the document is an object
   * @throws IllegalArgumentException if the document ends too early or is no JSON
   */
  JsonMember member(String key) {
    skipSpace();
    if (peek() != '{') {
      return JsonMember.ABSENT;
    }
    JsonMember found = JsonMember.ABSENT;
    at++;
    skipSpace();
    while (peek() != '}') {
      String name = string();
      skipSpace();
      expect(':');
      JsonMember value = value();
      if (name.equals(key)) {
        found = value;
      }
      separator('}');
    }
    return found;
  }

  private JsonMember value() {
    skipSpace();
    char first = peek();
    if (first == '"') {
      return new JsonMember(JsonMember.Kind.STRING, string());
    }
    if (first == '{' || first == '[') {
      nested();
      return JsonMember.OTHER;
    }
    int start = at;
    while (at < json.length() && ",}] \t\r\n".indexOf(json.charAt(at)) < 0) {
      at++;
    }
    String word = json.substring(start, at);
    return switch (word) {
      case "true", "false", "null" -> JsonMember.OTHER;
      default -> new JsonMember(JsonMember.Kind.NUMBER, word);
    };
  }

  /** Skips an object or array; only brackets outside strings matter. */
  private void nested() {
    int depth = 0;
    do {
      char c = peek();
      if (c == '"') {
        string();
      } else {
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        at++;
      }
    } while (depth > 0);
  }

  private String string() {
    expect('"');
    StringBuilder text = new StringBuilder();
    while (peek() != '"') {
      char c = json.charAt(at++);
      text.append(c == '\\' ? escaped() : c);
    }
    at++;
    return text.toString();
  }

  private char escaped() {
    char c = peek();
    at++;
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        at += 4;
        yield (char) Integer.parseInt(json.substring(at - 4, at), 16);
      }
      default -> c;
    };
  }

  private void separator(char end) {
    skipSpace();
    if (peek() != end) {
      expect(',');
      skipSpace();
    }
  }

  private void skipSpace() {
    while (at < json.length() && " \t\r\n".indexOf(json.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    if (at >= json.length()) {
      throw new IllegalArgumentException("JSON ends too early: " + json);
    }
    return json.charAt(at);
  }

  private void expect(char wanted) {
    if (peek() != wanted) {
      throw new IllegalArgumentException(
          "Expected %s at position %d of JSON: %s".formatted(wanted, at, json));
    }
    at++;
  }
}
