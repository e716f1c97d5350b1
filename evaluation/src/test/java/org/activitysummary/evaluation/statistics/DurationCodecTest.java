package org.activitysummary.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class DurationCodecTest {

  @Test
  void whatIsEncodedComesBackInItsOrder() {
    long[] edges = {0, 1, 127, 128, 16_383, 16_384, 200_000_000, Long.MAX_VALUE, 5};

    assertThat(DurationCodec.decode(DurationCodec.encode(edges))).containsExactly(edges);
    assertThat(DurationCodec.decode(DurationCodec.encode(new long[0]))).isEmpty();
  }

  @Test
  void realDurationsTakeLittleRoom() {
    Random random = new Random(7);
    long[] calls = random.longs(10_000, 140_000, 480_000).toArray();

    String text = DurationCodec.encode(calls);

    assertThat(text.length()).isLessThan(4 * calls.length);
    assertThat(DurationCodec.decode(text)).containsExactly(calls);
  }

  @Test
  void readsWhatTheDocumentedFormatSays() {
    assertThat(DurationCodec.decode("eNo7OouHEQAE/wFt")).containsExactly(200_005, 1);
  }

  @Test
  void refusesADurationBelowZero() {
    assertThatThrownBy(() -> DurationCodec.encode(new long[] {3, -1}))
        .hasMessage("a duration is at least 0 ns, found -1");
  }

  @Test
  void refusesTextThatItDidNotWrite() {
    String whole = DurationCodec.encode(new long[] {300, 400, 500});
    String cut =
        Base64.getEncoder().encodeToString(Arrays.copyOf(Base64.getDecoder().decode(whole), 6));
    for (String text : new String[] {"", "?", "AAAA", cut}) {
      assertThatThrownBy(() -> DurationCodec.decode(text))
          .as(text)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("expected durations as LEB128 numbers");
    }
  }

  private static String deflated(int... bytes) {
    Deflater deflater = new Deflater();
    byte[] raw = new byte[bytes.length];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = (byte) bytes[i];
    }
    deflater.setInput(raw);
    deflater.finish();
    byte[] out = new byte[100];
    int length = deflater.deflate(out);
    deflater.end();
    return Base64.getEncoder().encodeToString(Arrays.copyOf(out, length));
  }

  /** By hand: 128 is 0 and then 1; 9 groups of 7 ones are 2^63 - 1. */
  @Test
  void readsNumbersUpTo63Bits() {
    int all = 0xff;
    assertThat(DurationCodec.decode(deflated(0x80, 0x01))).containsExactly(128);
    assertThat(DurationCodec.decode(deflated(0x80, 0x00, 0x05))).containsExactly(0, 5);
    assertThat(DurationCodec.decode(deflated(all, all, all, all, all, all, all, all, 0x7f)))
        .containsExactly(Long.MAX_VALUE);
    assertThatThrownBy(
            () -> DurationCodec.decode(deflated(all, all, all, all, all, all, all, all, all, 0x01)))
        .hasMessageEndingWith("a number of more than 63 bits");
    assertThatThrownBy(() -> DurationCodec.decode(deflated(0x80)))
        .hasMessageEndingWith("it ends within a number");
  }
}
