package org.activitysummary.testbed.event;

import java.util.List;
import java.util.Random;

/** Which types events are of, each as likely as the others. */
enum Types {
  USUAL("click", "view", "view", "purchase"),
  USUAL_AND_OTHER("click", "view", "view", "purchase", "scroll"),
  PURCHASES("purchase"),
  STRANGE(
      "click",
      "view",
      "purchase",
      "CLICK",
      "View",
      " click",
      "purchase ",
      "view\n",
      "",
      "clicks",
      "preview",
      "'; DROP TABLE events; --",
      "\\N",
      "<b>click</b>",
      "сlick",
      "🛒");

  private final List<String> types;

  Types(String... types) {
    this.types = List.of(types);
  }

  String pick(Random random) {
    return types.get(random.nextInt(types.size()));
  }
}
