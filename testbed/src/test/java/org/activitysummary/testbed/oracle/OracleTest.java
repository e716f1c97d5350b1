package org.activitysummary.testbed.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Scale;
import org.activitysummary.contract.UserActivitySummary;
import org.activitysummary.testbed.event.Event;
import org.junit.jupiter.api.Test;

class OracleTest {

  @Test
  void readsTheContractAloud() {
    List<Event> rows =
        List.of(
            new Event(1, 7, "purchase", "{\"price\": 1.10}"),
            new Event(1, 7, "click", null),
            new Event(2, 7, "view", null),
            new Event(2, 8, "click", null),
            new Event(3, 7, "refund", "{\"price\": 5}"),
            new Event(4, 7, "purchase", "{\"price\": \"2.20\"}"));

    assertThat(Oracle.summarize(rows, 7))
        .isEqualTo(new UserActivitySummary(0, 1, 2, new BigDecimal("3.3")));
    assertThat(Oracle.summarize(rows, 9)).isEqualTo(UserActivitySummary.ZERO);
  }

  @Test
  void findsTheMemberWhateverStandsAroundIt() {
    String json =
        "{\"a\": \"}\\\\\\\"\", \"b\": {\"price\": [1, \"]\"]}, \"price\" : -1.5e1 , \"c\": []}";

    assertThat(new JsonReader(json).member("price"))
        .isEqualTo(new JsonMember(JsonMember.Kind.NUMBER, "-1.5e1"));
    assertThat(new JsonReader(json).member("a"))
        .isEqualTo(new JsonMember(JsonMember.Kind.STRING, "}\\\""));
    assertThat(new JsonReader(json).member("d")).isEqualTo(JsonMember.ABSENT);
  }

  @Test
  void unescapesStrings() {
    assertThat(new JsonReader("{\"k\": \"\\u0031\\n\\t\\r\\b\\f\\/\"}").member("k").text())
        .isEqualTo("1\n\t\r\b\f/");
  }

  @Test
  void refusesWhatIsNoJson() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JsonReader("{\"price\": ").member("price"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JsonReader("{\"price\" 5}").member("price"))
        .withMessageStartingWith("Expected : at position 9");
  }

  @Property
  void addsUpExactly(@ForAll List<@Scale(12) BigDecimal> prices) {
    List<Event> rows =
        IntStream.range(0, prices.size())
            .mapToObj(i -> purchase(i, prices.get(i), i % 2 == 0))
            .toList();
    BigDecimal sum = prices.stream().reduce(BigDecimal.ZERO, BigDecimal::add);

    assertThat(Oracle.summarize(rows, 1))
        .isEqualTo(new UserActivitySummary(0, 0, prices.size(), sum));
  }

  private static Event purchase(long id, BigDecimal price, boolean number) {
    String text = price.toPlainString();
    return new Event(id, 1, "purchase", "{\"price\": " + (number ? text : '"' + text + '"') + "}");
  }
}
