package org.activitysummary.evaluation.caller;

/**
 * Tells the messages of a server apart as they stream by: a type byte, then a big-endian 4-byte
 * length that counts itself.
 *
 * <p>Source: PostgreSQL documentation, "Frontend/Backend Protocol", message formats. Before the
 * first message the server may answer a request for encryption with the single byte {@code N} or
 * {@code S}.
 */
final class MessageCounter {

  private static final int LENGTH_BYTES = 4;

  private final WireTraffic traffic;
  private boolean awaitingEncryptionAnswer;
  private boolean opaque;
  private int headerBytes;
  private int length;
  private int bodyLeft;

  MessageCounter(WireTraffic traffic) {
    this.traffic = traffic;
  }

  /** Says that the next byte answers a request for encryption. */
  void expectEncryptionAnswer() {
    awaitingEncryptionAnswer = true;
  }

  void accept(byte[] bytes, int offset, int count) {
    int position = offset;
    int end = offset + count;
    while (position < end && !opaque) {
      if (bodyLeft > 0) {
        int skipped = Math.min(bodyLeft, end - position);
        bodyLeft -= skipped;
        position += skipped;
      } else {
        acceptHeader(bytes[position++]);
      }
    }
  }

  private void acceptHeader(byte next) {
    if (awaitingEncryptionAnswer) {
      awaitingEncryptionAnswer = false;
      if (next != 'N') {
        opaque = true;
        traffic.markOpaque();
      }
    } else if (headerBytes == 0) {
      count(next);
      headerBytes = 1;
      length = 0;
    } else {
      length = (length << 8) | (next & 0xFF);
      if (headerBytes++ == LENGTH_BYTES) {
        headerBytes = 0;
        bodyLeft = length - LENGTH_BYTES;
      }
    }
  }

  private void count(byte type) {
    if (type == 'D') {
      traffic.addRow();
    } else if (type == 'C') {
      traffic.addStatement();
    }
  }
}
