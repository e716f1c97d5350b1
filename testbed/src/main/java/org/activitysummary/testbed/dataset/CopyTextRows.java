package org.activitysummary.testbed.dataset;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.activitysummary.testbed.event.Event;

/** Reads blocks of COPY text back into events, so that there is one source of rows. */
final class CopyTextRows {

  private CopyTextRows() {}

  static void forEach(byte[] text, int length, EventSink sink) {
    new String(text, 0, length, US_ASCII).lines().map(CopyTextRows::event).forEach(sink::accept);
  }

  private static Event event(String line) {
    String[] columns = line.split("\t", -1);
    return new Event(
        Long.parseLong(columns[0]), Long.parseLong(columns[1]), columns[2], columns[3]);
  }
}
