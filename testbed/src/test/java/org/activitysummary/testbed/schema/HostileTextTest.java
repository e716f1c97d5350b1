package org.activitysummary.testbed.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.activitysummary.testbed.TestbedException;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.database.EmbeddedServer;
import org.activitysummary.testbed.event.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever characters a type or metadata holds, they are stored as they are or refused. */
@ExtendWith(EmbeddedServer.class)
class HostileTextTest {

  private static final int TEXTS = 500;
  private static final int LONGEST = 40;
  private static final int FIRST_AFTER_NUL = 1;

  /** What COPY, SQL, JSON, HTML, Markdown and XML each treat specially. */
  private static final String SPECIAL =
      "\\\t\n\r\b\f\u000b\u0001\u001f\u007f\u0085\u2028\u202e\ufeff\uffff\"'`<>&|;$%@#{}[](),:\ud83d\ude00";

  private final Database database;
  private EventsSchema schema;

  HostileTextTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void create() {
    schema = EventsSchema.create(database, "hostile_text_test");
  }

  @AfterEach
  void close() {
    schema.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void keepsEveryTextAsItIs(long seed) throws SQLException, JsonProcessingException {
    Random random = new Random(seed);
    ObjectMapper json = new ObjectMapper();
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < TEXTS; i++) {
      String metadata = json.writeValueAsString(Map.of("note", text(random), text(random), i));
      events.add(new Event(i, 1, text(random), metadata));
    }

    schema.insert(events);

    List<Event> stored = stored();
    assertThat(stored).as("seed %d", seed).hasSize(TEXTS);
    for (int i = 0; i < TEXTS; i++) {
      assertThat(stored.get(i).type()).as("seed %d", seed).isEqualTo(events.get(i).type());
      assertThat(json.readTree(stored.get(i).metadata()))
          .as("seed %d", seed)
          .isEqualTo(json.readTree(events.get(i).metadata()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"click\ud800", "\udc00", "\ud800\ud800"})
  void refusesHalfACharacter(String type) throws SQLException {
    assertThatThrownBy(() -> schema.insert(List.of(new Event(1, 1, type, null))))
        .isInstanceOf(TestbedException.class)
        .hasMessageContaining("half a surrogate pair");
    assertThat(stored()).isEmpty();
  }

  @Test
  void refusesWhatPostgresCannotStore() throws SQLException {
    assertThatThrownBy(() -> schema.insert(List.of(new Event(1, 1, "a\u0000b", null))))
        .isInstanceOf(TestbedException.class)
        .hasMessageContaining("invalid byte sequence");
    assertThatThrownBy(() -> schema.insert(List.of(new Event(1, 1, "a", "{\"a\": \"\\u0000\"}"))))
        .isInstanceOf(TestbedException.class)
        .hasMessageContaining("unsupported Unicode escape sequence");
    assertThatThrownBy(() -> schema.insert(List.of(new Event(1, 1, "a", "{\"a\": \"\\ud800\"}"))))
        .isInstanceOf(TestbedException.class)
        .hasMessageContaining("invalid input syntax for type json");
    assertThat(stored()).isEmpty();
  }

  /** Any characters but NUL and halves of surrogate pairs, special ones more often than others. */
  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(LONGEST);
    int[] special = SPECIAL.codePoints().toArray();
    while (text.length() < length) {
      int any = FIRST_AFTER_NUL + random.nextInt(Character.MAX_CODE_POINT);
      int c = random.nextInt(3) > 0 ? special[random.nextInt(special.length)] : any;
      if (Character.getType(c) != Character.SURROGATE) {
        text.appendCodePoint(c);
      }
    }
    return text.toString();
  }

  private List<Event> stored() throws SQLException {
    List<Event> rows = new ArrayList<>();
    try (Connection owner = schema.connectAsOwner();
        Statement statement = owner.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT id, user_id, type, metadata FROM events ORDER BY id")) {
      while (row.next()) {
        rows.add(new Event(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)));
      }
    }
    return rows;
  }
}
