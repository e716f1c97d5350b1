package org.activitysummary.evaluation.caller;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The notices that came over the counted sockets of this process. */
public final class ServerNotices {

  /** A server that talks without end must not fill the heap. */
  private static final int MOST = 10_000;

  private static final char PRIMARY_MESSAGE = 'M';
  private static final ConcurrentLinkedQueue<String> NOTICES = new ConcurrentLinkedQueue<>();

  private ServerNotices() {}

  /** Returns the messages that came since the last call, and forgets them. */
  public static List<String> drain() {
    List<String> all = new ArrayList<>();
    for (String notice = NOTICES.poll(); notice != null; notice = NOTICES.poll()) {
      all.add(notice);
    }
    return all;
  }

  /**
   * Takes the body of a {@code NoticeResponse}: fields of a type byte and a zero-terminated text.
   */
  static void accept(byte[] body) {
    int start = 0;
    for (int i = 0; i < body.length; i++) {
      if (body[i] == 0) {
        if (i > start && body[start] == PRIMARY_MESSAGE && NOTICES.size() < MOST) {
          NOTICES.add(new String(body, start + 1, i - start - 1, StandardCharsets.UTF_8));
        }
        start = i + 1;
      }
    }
  }
}
