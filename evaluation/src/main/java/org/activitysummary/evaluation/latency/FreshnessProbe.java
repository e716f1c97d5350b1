package org.activitysummary.evaluation.latency;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.activitysummary.contract.UserActivitySummary;
import org.activitysummary.evaluation.conformance.Tally;
import org.activitysummary.testbed.dataset.SeededUser;
import org.activitysummary.testbed.schema.EventsSchema;
import org.activitysummary.testbed.target.Target;

/**
 * Stores one event more when a fork asks for it, takes it away again, and judges what the
 * implementation that was just timed answers with it and without it: the other end of {@code
 * FreshnessQuestion}.
 */
final class FreshnessProbe implements AutoCloseable {

  /** Far from the ids of a dataset, which count from 1. */
  private static final long EVENT_ID = 9_000_000_000_000_000L;

  private final EventsSchema schema;
  private final Target target;
  private final ServerSocket server;
  private volatile Tally answers = Tally.NONE;

  private FreshnessProbe(EventsSchema schema, Target target, ServerSocket server) {
    this.schema = schema;
    this.target = target;
    this.server = server;
  }

  /**
   * Waits for one fork, in a thread of its own.
   *
   * @param schema where the event is stored, as its owner
   * @param target the seeded users and their answers
   */
  static FreshnessProbe open(EventsSchema schema, Target target) {
    try {
      FreshnessProbe probe =
          new FreshnessProbe(
              schema, target, new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      Thread thread = new Thread(probe::serve, "freshness-probe");
      thread.setDaemon(true);
      thread.start();
      return probe;
    } catch (IOException e) {
      throw new UncheckedIOException("No local port to store events on request", e);
    }
  }

  /** Returns the port that the fork must ask on. */
  int port() {
    return server.getLocalPort();
  }

  /** Returns the answers of the fork; nothing asked if it never came. */
  Tally answers() {
    return answers;
  }

  private void serve() {
    try (Socket socket = server.accept();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        PrintWriter out =
            new PrintWriter(socket.getOutputStream(), true, StandardCharsets.US_ASCII)) {
      SeededUser user = target.user(Integer.parseInt(in.readLine().substring("store ".length())));
      try (Connection owner = schema.connectAsOwner()) {
        String place = store(owner, user);
        try {
          out.println("stored");
          judge(in.readLine(), oneViewMore(user.expected()), "with one event more", user);
        } finally {
          remove(owner, place);
        }
        out.println("removed");
        judge(in.readLine(), user.expected(), "after that event was taken away", user);
      }
    } catch (IOException e) {
      // The fork has died or did not ask; its own end says why.
    } catch (SQLException e) {
      answers = answers.plusWrong("the event could not be stored or removed: " + e.getMessage());
    }
  }

  private static UserActivitySummary oneViewMore(UserActivitySummary summary) {
    return new UserActivitySummary(
        summary.click(), summary.view() + 1, summary.purchase(), summary.totalValue());
  }

  private void judge(String line, UserActivitySummary expected, String when, SeededUser user) {
    boolean right = line != null && line.startsWith("answer ") && expected.equals(parse(line));
    answers =
        right
            ? answers.plusRight()
            : answers.plusWrong(
                "timed user of %d, %s: expected %s but '%s'"
                    .formatted(user.size(), when, expected, line));
  }

  private static UserActivitySummary parse(String line) {
    String[] words = line.split(" ");
    return new UserActivitySummary(
        Long.parseLong(words[1]),
        Long.parseLong(words[2]),
        Long.parseLong(words[3]),
        new BigDecimal(words[4]));
  }

  /** Returns where the event lies: there is no index that would find it among a million. */
  private static String store(Connection owner, SeededUser user) throws SQLException {
    try (PreparedStatement insert =
        owner.prepareStatement(
            "INSERT INTO events (id, user_id, type) VALUES (?, ?, 'view') RETURNING ctid::text")) {
      insert.setLong(1, EVENT_ID);
      insert.setLong(2, user.userId());
      try (ResultSet place = insert.executeQuery()) {
        place.next();
        return place.getString(1);
      }
    }
  }

  private static void remove(Connection owner, String place) throws SQLException {
    try (PreparedStatement delete =
        owner.prepareStatement("DELETE FROM events WHERE ctid = ?::tid AND id = ?")) {
      delete.setString(1, place);
      delete.setLong(2, EVENT_ID);
      delete.executeUpdate();
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      // Nothing waits on it any more.
    }
  }
}
