package org.activitysummary.testbed.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.activitysummary.testbed.TestbedException;

/**
 * What the catalogs say about a schema, its rights included, and about what stands beside it.
 *
 * <p>Beside it are extensions, event triggers, casts and publications of the whole database, and
 * the names of what the other schemas hold; schemas of other runs on the same server are left out.
 * The schema's own name is written as {@code <schema>}, so that two runs can be compared.
 *
 * @param objects kind and name to definition
 * @param sha256 over all objects, 64 hexadecimal digits
 */
public record SchemaFingerprint(SortedMap<String, String> objects, String sha256) {

  private static final String INDEX = "index ";

  /** Makes the objects unmodifiable. */
  public SchemaFingerprint {
    objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
  }

  /**
   * Returns the fingerprint as of now.
   *
   * @param owner a connection that may read the catalogs; left as it is
   * @param schema name of the schema
   * @throws TestbedException if the catalogs cannot be read or there is no such schema
   */
  public static SchemaFingerprint take(Connection owner, String schema) {
    Pattern name = Pattern.compile("(?<![\\w$])" + Pattern.quote(schema) + "(?![a-zA-Z0-9$])");
    SortedMap<String, String> objects = new TreeMap<>();
    try (PreparedStatement query = owner.prepareStatement(SchemaCreation.resource("catalog.sql"))) {
      query.setString(1, schema);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          objects.put(
              name.matcher(rows.getString(1)).replaceAll("<schema>"),
              name.matcher(String.valueOf(rows.getString(2))).replaceAll("<schema>"));
        }
      }
    } catch (SQLException e) {
      throw new TestbedException(
          "Expected to read the catalogs for schema %s but: %s".formatted(schema, e.getMessage()),
          e);
    }
    if (!objects.containsKey("schema")) {
      throw new TestbedException(
          "Expected a schema %s but the database has none; create it first".formatted(schema));
    }
    return new SchemaFingerprint(objects, digest(objects));
  }

  /**
   * Returns what has changed since.
   *
   * @param later a fingerprint of the same schema
   * @return a sentence for each object that was added, removed or changed; empty if none was
   */
  public List<String> differencesTo(SchemaFingerprint later) {
    TreeSet<String> names = new TreeSet<>(objects.keySet());
    names.addAll(later.objects.keySet());
    List<String> differences = new ArrayList<>();
    for (String name : names) {
      String before = objects.get(name);
      String after = later.objects.get(name);
      if (before == null) {
        differences.add("added %s: %s".formatted(name, after));
      } else if (after == null) {
        differences.add("removed %s: %s".formatted(name, before));
      } else if (!before.equals(after)) {
        differences.add("changed %s: from %s to %s".formatted(name, before, after));
      }
    }
    return differences;
  }

  /**
   * Returns what has changed among the indexes.
   *
   * @param later a fingerprint of the same schema
   * @return a sentence for each index that was added, removed or changed; empty if none was
   */
  public List<String> indexDifferencesTo(SchemaFingerprint later) {
    return indexes().differencesTo(later.indexes());
  }

  private SchemaFingerprint indexes() {
    SortedMap<String, String> indexes = new TreeMap<>(objects);
    indexes.keySet().removeIf(name -> !name.startsWith(INDEX));
    return new SchemaFingerprint(indexes, digest(indexes));
  }

  private static String digest(Map<String, String> objects) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      objects.forEach(
          (name, definition) -> sha256.update((name + '\0' + definition + '\0').getBytes(UTF_8)));
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
