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
  private int announced;
  private int bodyLeft;
  private boolean inNotice;
  private byte[] notice;

  MessageCounter(WireTraffic traffic) {
    this.traffic = traffic;
  }

  /** Says that the next byte answers a request for encryption. */
  void expectEncryptionAnswer() {
    awaitingEncryptionAnswer = true;
  }

  void accept(byte[] bytes, int offset, int length) {
    int position = offset;
    int end = offset + length;
    while (position < end && !opaque) {
      if (bodyLeft > 0) {
        int count = Math.min(bodyLeft, end - position);
        acceptBody(bytes, position, count);
        position += count;
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
      announced = 0;
    } else {
      announced = (announced << 8) | (next & 0xFF);
      if (headerBytes++ == LENGTH_BYTES) {
        headerBytes = 0;
        bodyLeft = announced - LENGTH_BYTES;
        notice = inNotice ? new byte[bodyLeft] : null;
      }
    }
  }

  private void acceptBody(byte[] bytes, int position, int count) {
    if (notice != null) {
      System.arraycopy(bytes, position, notice, notice.length - bodyLeft, count);
    }
    bodyLeft -= count;
    if (bodyLeft == 0 && notice != null) {
      ServerNotices.accept(notice);
      notice = null;
    }
  }

  private void count(byte type) {
    inNotice = type == 'N';
    if (type == 'D') {
      traffic.addRow();
    } else if (type == 'C') {
      traffic.addStatement();
    }
  }
}
