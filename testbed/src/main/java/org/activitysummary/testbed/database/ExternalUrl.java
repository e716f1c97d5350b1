package org.activitysummary.testbed.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.activitysummary.testbed.TestbedException;

/**
 * A JDBC URL taken apart, so that neither its password nor a schema travels further.
 *
 * @param address the URL with only the parameters that concern neither role nor schema
 * @param credentials {@code user} and {@code password} as far as the URL has them
 */
record ExternalUrl(String address, Map<String, String> credentials) {

  /** The driver takes everything before the last {@code @} for a host name, and shows it. */
  private static final Pattern CREDENTIALS_BEFORE_HOST = Pattern.compile("//[^/?]*@");

  /**
   * Takes a URL apart.
   *
   * @throws TestbedException if it carries a secret where nobody would keep it; it is not repeated
   */
  static ExternalUrl parse(String url) {
    if (CREDENTIALS_BEFORE_HOST.matcher(url).find()) {
      throw new TestbedException(
          "Expected jdbc:postgresql://host:port/database but found something before the host;"
              + " name the role as ?user=... or PGUSER, its password as PGPASSWORD or in a file");
    }
    int question = url.indexOf('?');
    if (question < 0) {
      return new ExternalUrl(url, Map.of());
    }
    Map<String, String> credentials = new HashMap<>();
    List<String> kept = new ArrayList<>();
    for (String parameter : url.substring(question + 1).split("&")) {
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      switch (name) {
        case "user", "password" ->
            credentials.put(name, URLDecoder.decode(parameter.substring(equals + 1), UTF_8));
        case "sslpassword" ->
            throw new TestbedException(
                "Expected no sslpassword in the URL, since it would travel with it; use a key file"
                    + " without a password that only its owner may read");
        case "currentSchema", "ApplicationName", "" -> {
          // Ours to set.
        }
        default -> kept.add(parameter);
      }
    }
    String query = kept.isEmpty() ? "" : "?" + String.join("&", kept);
    return new ExternalUrl(url.substring(0, question) + query, Map.copyOf(credentials));
  }

  /**
   * Returns where to connect as the owner; without a password anywhere the driver asks the password
   * file of PGPASSFILE.
   *
   * @param environment PGUSER and PGPASSWORD stand in for what the URL leaves out
   * @param passwordFile comes before PGPASSWORD; null for none
   * @throws TestbedException if the file cannot be read, or the URL has a password beside it
   */
  ConnectionTarget toTarget(Map<String, String> environment, Path passwordFile) {
    return new ConnectionTarget(
        address,
        credentials.getOrDefault(
            "user", environment.getOrDefault("PGUSER", System.getProperty("user.name"))),
        password(environment, passwordFile),
        "");
  }

  private String password(Map<String, String> environment, Path passwordFile) {
    if (passwordFile == null) {
      return credentials.getOrDefault("password", environment.getOrDefault("PGPASSWORD", ""));
    }
    if (credentials.containsKey("password")) {
      throw new TestbedException(
          "Expected one password but found one in the URL and a file %s; take it out of the URL"
              .formatted(passwordFile));
    }
    return PasswordFile.read(passwordFile);
  }

  /** Returns the URL with one more parameter, unless it says something of that name already. */
  static String with(String url, String name, String value) {
    if (url.matches(".*[?&]" + Pattern.quote(name) + "=.*")) {
      return url;
    }
    return url + (url.contains("?") ? "&" : "?") + name + "=" + value;
  }
}
