package org.activitysummary.testbed.dataset;

import org.activitysummary.testbed.event.Event;

/** Takes rows one by one, in storage order. */
@FunctionalInterface
public interface EventSink {

  /**
   * Takes the next row.
   *
   * @param event the row, not null
   */
  void accept(Event event);
}
