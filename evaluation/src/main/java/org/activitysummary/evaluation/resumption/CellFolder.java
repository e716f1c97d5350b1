package org.activitysummary.evaluation.resumption;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.activitysummary.evaluation.EvaluationException;

/**
 * Keeps cells in the folder of the run, one file each, written as a whole or not at all. The first
 * cell also writes {@link UnfinishedRun#FILE_NAME}; a run that ends before leaves nothing.
 */
public final class CellFolder implements CellStore, AutoCloseable {

  private static final String CELLS = "cells";
  private static final String LOCK = "running.lock";

  private final Path folder;
  private final Path cells;
  private final Set<String> asked = new HashSet<>();
  private UnfinishedRun run;
  private FileChannel lock;
  private int reused;

  private CellFolder(Path folder, UnfinishedRun run) {
    this.folder = folder;
    this.cells = folder.resolve(CELLS);
    this.run = run;
  }

  /**
   * Returns an empty store.
   *
   * @param folder of the run
   * @param startedAt when it started
   * @param facts that a run which continues this one must share
   */
  public static CellFolder begin(Path folder, Instant startedAt, Map<String, String> facts) {
    return new CellFolder(
        folder, new UnfinishedRun(startedAt.toString(), List.of(), new TreeMap<>(facts)));
  }

  /**
   * Returns the cells of an aborted run.
   *
   * @param folder of that run
   * @param now when it is continued
   * @throws EvaluationException if it still runs, or cannot be read
   */
  static CellFolder resume(Path folder, UnfinishedRun aborted, Instant now) {
    CellFolder store = new CellFolder(folder, aborted.resumed(now.toString()));
    store.begin();
    return store;
  }

  /** Returns the folder of the run. */
  public Path folder() {
    return folder;
  }

  /** Returns when the run started, continued or not. */
  public Instant startedAt() {
    return Instant.parse(run.startedAt());
  }

  @Override
  public <T> T get(String name, Class<T> type, Supplier<T> measuring) {
    if (!asked.add(name)) {
      throw new IllegalStateException("the cell '%s' was asked for twice".formatted(name));
    }
    Path file = file(name);
    try {
      if (Files.exists(file)) {
        T cell = CellFormat.MAPPER.readValue(file.toFile(), type);
        reused++;
        return cell;
      }
      T cell = measuring.get();
      begin();
      write(file, CellFormat.MAPPER.writeValueAsBytes(cell));
      return cell;
    } catch (IOException e) {
      throw trouble(file, e);
    }
  }

  @Override
  public boolean has(String name) {
    return Files.exists(file(name));
  }

  @Override
  public void agree(String what, String value) {
    run.difference(Map.of(what, value))
        .ifPresent(
            difference -> {
              throw UnfinishedRuns.refused(folder, difference);
            });
    run = run.with(what, value);
  }

  @Override
  public List<String> resumedAt() {
    return run.resumedAt();
  }

  @Override
  public int reused() {
    return reused;
  }

  /** Returns how many cells a run could continue with. */
  public int kept() {
    try (Stream<Path> files = Files.list(cells)) {
      return (int) files.filter(file -> file.toString().endsWith(".json")).count();
    } catch (IOException e) {
      return 0;
    }
  }

  /** Removes the cells: the report is written. */
  public void finish() {
    close();
    try {
      Files.deleteIfExists(folder.resolve(UnfinishedRun.FILE_NAME));
      if (Files.exists(cells)) {
        try (Stream<Path> entries = Files.walk(cells)) {
          for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(entry);
          }
        }
      }
      Files.deleteIfExists(folder.resolve(LOCK));
    } catch (IOException e) {
      throw trouble(cells, e);
    }
  }

  /** Lets another run continue this one; what is kept stays. */
  @Override
  public void close() {
    if (lock == null) {
      return;
    }
    try {
      lock.close();
    } catch (IOException e) {
      throw trouble(folder.resolve(LOCK), e);
    }
  }

  private void begin() {
    if (lock != null) {
      return;
    }
    Path file = folder.resolve(LOCK);
    try {
      Files.createDirectories(cells);
      lock = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock.tryLock() == null) {
        throw stillRuns();
      }
      write(
          folder.resolve(UnfinishedRun.FILE_NAME),
          CellFormat.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(run));
    } catch (OverlappingFileLockException e) {
      throw stillRuns();
    } catch (IOException e) {
      throw trouble(file, e);
    }
  }

  private EvaluationException stillRuns() {
    close();
    return new EvaluationException(
        "The run in %s cannot be continued: it still runs; wait for it, or start without --resume"
            .formatted(folder));
  }

  private Path file(String name) {
    // Names come from implementations, which may call themselves as they like.
    return cells.resolve(URLEncoder.encode(name, StandardCharsets.UTF_8) + ".json");
  }

  private static void write(Path file, byte[] content) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
    Files.write(unfinished, content);
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static EvaluationException trouble(Path file, IOException e) {
    String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return new EvaluationException(
        "%s must be a cell of an unfinished run but could not be read or written: %s (%s); remove it, or start without --resume"
            .formatted(file, first, e.getClass().getSimpleName()),
        e);
  }
}
