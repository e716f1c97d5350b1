package org.activitysummary.testbed.dataset;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Rows as COPY text, written straight into bytes; handed on in blocks of whole rows. */
final class RowBuffer {

  /** Big enough that a block costs nothing beside its rows, small enough for a processor cache. */
  private static final int BLOCK_BYTES = 256 * 1024;

  /** Bytes of a row beside its metadata padding, with room to spare. */
  private static final int ROW_BYTES = 256;

  private static final byte[] PADDING = ", \"pad\": \"".getBytes(US_ASCII);

  private final int metadataBytes;
  private final CopyTextSink sink;
  private byte[] text;
  private int length;
  private int rows;

  RowBuffer(int metadataBytes, CopyTextSink sink) {
    this.metadataBytes = metadataBytes;
    this.sink = sink;
    text = fresh();
  }

  /** Writes one row. */
  void putRow(long id, long userId, EventContent content) {
    putNumber(id);
    put('\t');
    putNumber(userId);
    put('\t');
    content.writeType(this);
    put('\t');
    int start = length;
    content.writeMetadata(this);
    if (length - start < metadataBytes) {
      pad(start + metadataBytes);
    }
    put('\n');
    rows++;
    if (length >= BLOCK_BYTES) {
      flush();
    }
  }

  /** Hands on what there is. */
  void flush() {
    if (rows > 0) {
      sink.accept(text, length, rows);
      text = fresh();
      length = 0;
      rows = 0;
    }
  }

  void put(char ascii) {
    text[length++] = (byte) ascii;
  }

  void put(byte[] ascii) {
    // A loop, since most texts are shorter than a call of arraycopy is worth.
    for (byte b : ascii) {
      text[length++] = b;
    }
  }

  /** Writes a number that is not negative. */
  void putNumber(long number) {
    int digits = digits(number);
    int at = length + digits;
    length = at;
    long rest = number;
    do {
      text[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
  }

  void putCents(int cents) {
    putNumber(cents / 100);
    put('.');
    put((char) ('0' + cents / 10 % 10));
    put((char) ('0' + cents % 10));
  }

  /** Adds a member to the object just written, so that it ends at a position or a little after. */
  private void pad(int end) {
    length--;
    put(PADDING);
    while (length < end - 2) {
      put('x');
    }
    put('"');
    put('}');
  }

  private byte[] fresh() {
    return new byte[BLOCK_BYTES + ROW_BYTES + metadataBytes];
  }

  private static int digits(long number) {
    int digits = 1;
    for (long limit = 10; digits < 19 && number >= limit; limit *= 10) {
      digits++;
    }
    return digits;
  }
}
