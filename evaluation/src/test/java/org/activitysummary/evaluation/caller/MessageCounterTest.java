package org.activitysummary.evaluation.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MessageCounterTest {

  @Property(tries = 200)
  void countsRowsAndStatementsHoweverTheBytesAreCut(
      @ForAll @IntRange(min = 0, max = 30) int rows,
      @ForAll @IntRange(min = 0, max = 5) int statements,
      @ForAll @IntRange(min = 1, max = 40) int piece) {
    byte[] stream = stream(rows, statements);
    WireTraffic traffic = new WireTraffic();
    MessageCounter counter = new MessageCounter(traffic);

    for (int at = 0; at < stream.length; at += piece) {
      counter.accept(stream, at, Math.min(piece, stream.length - at));
    }

    assertThat(traffic.snapshot().rows()).isEqualTo(rows);
    assertThat(traffic.snapshot().statements()).isEqualTo(statements);
  }

  @Test
  void skipsTheRefusalOfEncryption() {
    WireTraffic traffic = new WireTraffic();
    MessageCounter counter = new MessageCounter(traffic);
    counter.expectEncryptionAnswer();

    counter.accept(new byte[] {'N'}, 0, 1);
    byte[] stream = stream(2, 1);
    counter.accept(stream, 0, stream.length);

    assertThat(traffic.snapshot().rows()).isEqualTo(2);
  }

  @Test
  void admitsThatItCannotReadEncryptedMessages() {
    WireTraffic traffic = new WireTraffic();
    MessageCounter counter = new MessageCounter(traffic);
    counter.expectEncryptionAnswer();

    counter.accept(new byte[] {'S', 'D', 0, 0, 0, 4}, 0, 6);

    assertThat(traffic.snapshot().rows()).isEqualTo(-1);
  }

  private static byte[] stream(int rows, int statements) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    message(out, 'T', 17);
    for (int i = 0; i < rows; i++) {
      message(out, 'D', i * 7);
    }
    for (int i = 0; i < statements; i++) {
      message(out, 'C', 5);
    }
    message(out, 'Z', 1);
    return out.toByteArray();
  }

  /** The body is full of bytes that look like types of messages. */
  private static void message(ByteArrayOutputStream out, char type, int bodyLength) {
    out.write(type);
    out.writeBytes(ByteBuffer.allocate(4).putInt(bodyLength + 4).array());
    for (int i = 0; i < bodyLength; i++) {
      out.write('D');
    }
  }
}
