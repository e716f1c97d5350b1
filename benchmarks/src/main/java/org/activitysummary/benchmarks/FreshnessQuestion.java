package org.activitysummary.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.activitysummary.contract.UserActivityException;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivitySummary;

/**
 * Asks the process that started this fork to store one event more and to take it away again, and
 * tells it what the implementation that was just timed answers each time. A cache lives in the
 * process that is timed, so here it is found out; a fork itself may only read.
 *
 * <table>
 *   <caption>The conversation, a line each way</caption>
 *   <tr><td>{@code store SIZE}</td><td>{@code stored}</td></tr>
 *   <tr><td>{@code answer CLICK VIEW PURCHASE TOTAL} or {@code failed WHY}</td><td>{@code removed}</td></tr>
 *   <tr><td>{@code answer ...} or {@code failed ...}</td><td>(end)</td></tr>
 * </table>
 */
public final class FreshnessQuestion {

  /** System property of a fork that names the port to ask on; absent when nobody answers. */
  public static final String PROPERTY = "activitysummary.freshness";

  private FreshnessQuestion() {}

  /**
   * Has the conversation if the property is set.
   *
   * @throws UncheckedIOException if the other side is gone
   */
  static void ask(UserActivityService service, long userId, int size) {
    Integer port = Integer.getInteger(PROPERTY);
    if (port == null) {
      return;
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        PrintWriter out =
            new PrintWriter(socket.getOutputStream(), true, StandardCharsets.US_ASCII)) {
      out.println("store " + size);
      in.readLine();
      out.println(answer(service, userId));
      in.readLine();
      out.println(answer(service, userId));
    } catch (IOException e) {
      throw new UncheckedIOException("Nobody stores an event on port " + port, e);
    }
  }

  private static String answer(UserActivityService service, long userId) {
    try {
      UserActivitySummary answer = service.fetchUserActivitySummary(userId);
      return "answer %d %d %d %s"
          .formatted(
              answer.click(),
              answer.view(),
              answer.purchase(),
              answer.totalValue().toPlainString());
    } catch (UserActivityException e) {
      return "failed " + e.getMessage();
    }
  }
}
