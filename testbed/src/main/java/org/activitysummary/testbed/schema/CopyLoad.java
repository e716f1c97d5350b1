package org.activitysummary.testbed.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import org.activitysummary.testbed.TestbedException;
import org.activitysummary.testbed.dataset.Dataset;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * One COPY of a dataset: a thread of its own makes the rows while this one sends and the server
 * stores those before.
 *
 * <p>What bounds it is the one process of the server, which parses text and JSON and grows the
 * index row by row; making the rows takes a fraction of that. A second connection or an index built
 * at the end would be faster, but the rows would lie in another order, or the index as it never
 * does in a table that grew.
 */
final class CopyLoad {

  /** Blocks in flight, of a quarter of a megabyte each: enough to even out, little to hold. */
  private static final int QUEUE_BLOCKS = 16;

  private static final Block END = new Block(new byte[0], 0, 0);

  private final Connection connection;
  private final Dataset dataset;
  private final LoadProgress progress;
  private final BlockingQueue<Block> queue = new ArrayBlockingQueue<>(QUEUE_BLOCKS);
  private volatile RuntimeException generationFailure;
  private long rows;
  private long bytes;

  private record Block(byte[] text, int length, int rows) {}

  CopyLoad(Connection connection, Dataset dataset, LoadProgress progress) {
    this.connection = connection;
    this.dataset = dataset;
    this.progress = progress;
  }

  LoadResult run() throws SQLException {
    long start = System.nanoTime();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      // In one transaction with TRUNCATE the rows may be stored frozen and without a log.
      statement.execute("TRUNCATE events");
      copy();
      connection.commit();
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
    return new LoadResult(rows, Duration.ofNanos(System.nanoTime() - start), bytes);
  }

  private void copy() throws SQLException {
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(EventRows.COPY + " WITH (FREEZE)");
    Thread generator = new Thread(this::generate, "dataset-generation");
    generator.setDaemon(true);
    generator.start();
    try {
      for (Block block = queue.take(); block != END; block = queue.take()) {
        copy.writeToCopy(block.text(), 0, block.length());
        rows += block.rows();
        bytes += block.length();
        progress.advanced(rows, dataset.rows());
      }
      if (generationFailure != null) {
        throw generationFailure;
      }
      copy.endCopy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TestbedException("Expected to load the dataset but was interrupted", e);
    } finally {
      generator.interrupt();
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private void generate() {
    try {
      dataset.copyText((text, length, count) -> put(new Block(text, length, count)));
    } catch (CancellationException e) {
      return;
    } catch (RuntimeException e) {
      generationFailure = e;
    }
    put(END);
  }

  private void put(Block block) {
    try {
      queue.put(block);
    } catch (InterruptedException e) {
      throw new CancellationException("nobody takes the rows any more");
    }
  }
}
