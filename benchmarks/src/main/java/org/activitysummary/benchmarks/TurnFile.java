package org.activitysummary.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalInt;

/**
 * Whose turn it is, in a file of 4 bytes that is mapped into memory: it costs a call nothing, and
 * when a fork has hung or died, the one to blame is known.
 */
public final class TurnFile {

  /** System property of a fork that names the file to keep; absent when nobody asked. */
  public static final String PROPERTY = "activitysummary.turn";

  /** Before the first turn, and after the last. */
  private static final int NOBODY = -1;

  private final ByteBuffer turn;

  private TurnFile(ByteBuffer turn) {
    this.turn = turn;
  }

  /**
   * Makes the file; it is nobody's turn yet.
   *
   * @throws UncheckedIOException if it cannot be made
   */
  static TurnFile create(Path file) {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      TurnFile created = new TurnFile(channel.map(MapMode.READ_WRITE, 0, Integer.BYTES));
      created.endTurn();
      return created;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep whose turn it is in " + file, e);
    }
  }

  /** Returns one that nobody reads. */
  static TurnFile unkept() {
    return new TurnFile(ByteBuffer.allocate(Integer.BYTES));
  }

  void startTurn(int index) {
    turn.putInt(0, index);
  }

  void endTurn() {
    turn.putInt(0, NOBODY);
  }

  /** Returns whose turn it was when the fork ended; empty if nobody's, or there is no file. */
  public static OptionalInt read(Path file) {
    try (FileChannel channel = FileChannel.open(file)) {
      int index = channel.map(MapMode.READ_ONLY, 0, Integer.BYTES).getInt(0);
      return index == NOBODY ? OptionalInt.empty() : OptionalInt.of(index);
    } catch (IOException e) {
      return OptionalInt.empty();
    }
  }
}
