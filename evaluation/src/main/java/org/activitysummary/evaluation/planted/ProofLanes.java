package org.activitysummary.evaluation.planted;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.activitysummary.evaluation.EvaluationException;
import org.activitysummary.testbed.database.Database;
import org.activitysummary.testbed.dataset.Dataset;

/**
 * Asks several faults at once, each in a lane of its own. Only what is not timed may be done here:
 * faults wait for processes and for the server most of the time, but they do slow each other.
 */
final class ProofLanes implements AutoCloseable {

  /** One more than a small machine has processors: some faults only wait. */
  private static final int LANES = 3;

  private final Deque<ProofLane> lanes = new ArrayDeque<>();

  private ProofLanes() {}

  /**
   * Makes the lanes.
   *
   * @param run id of the run, with which the names of their schemas end
   * @param work a folder for files that live as long as the lanes
   */
  static ProofLanes open(Database database, String run, Path work, Dataset dataset) {
    ProofLanes opened = new ProofLanes();
    try {
      for (int number = 1; number <= LANES; number++) {
        opened.lanes.addLast(ProofLane.open(database, number, run, work, dataset));
      }
      return opened;
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /** Returns the lane for what must be done alone. */
  ProofLane first() {
    return lanes.getFirst();
  }

  /**
   * Returns what each fault answers. When one cannot be asked no other is begun, and its failure is
   * thrown once those at work are through.
   *
   * @param begun told of each fault, by one thread at a time
   * @throws EvaluationException if the calling thread is interrupted
   */
  Map<PlantedFault, ProofLane.Answers> ask(
      List<PlantedFault> faults, Consumer<PlantedFault> begun) {
    Queue<PlantedFault> waiting = new ConcurrentLinkedQueue<>(faults);
    Map<PlantedFault, ProofLane.Answers> answers = new ConcurrentHashMap<>();
    ExecutorService threads = Executors.newFixedThreadPool(LANES, ProofLanes::thread);
    List<CompletableFuture<Void>> atWork = new ArrayList<>();
    for (ProofLane lane : lanes) {
      atWork.add(CompletableFuture.runAsync(() -> work(lane, waiting, answers, begun), threads));
    }
    try {
      await(CompletableFuture.allOf(atWork.toArray(CompletableFuture[]::new)), waiting, threads);
    } finally {
      threads.shutdown();
    }
    return answers;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "planted-faults");
    thread.setDaemon(true);
    return thread;
  }

  private static void work(
      ProofLane lane,
      Queue<PlantedFault> waiting,
      Map<PlantedFault, ProofLane.Answers> answers,
      Consumer<PlantedFault> begun) {
    try {
      for (PlantedFault fault = waiting.poll(); fault != null; fault = waiting.poll()) {
        synchronized (answers) {
          begun.accept(fault);
        }
        answers.put(fault, lane.ask(fault));
      }
    } finally {
      // Nothing is left after a good end; after a bad one nothing more is worth asking.
      waiting.clear();
    }
  }

  private static void await(
      CompletableFuture<Void> all, Queue<PlantedFault> waiting, ExecutorService threads) {
    try {
      all.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new EvaluationException("The planted faults could not be asked: " + e.getCause(), e);
    } catch (InterruptedException e) {
      waiting.clear();
      threads.shutdownNow();
      // The schemas are dropped next, so nobody may be at work in them.
      all.handle((nothing, failure) -> nothing).join();
      Thread.currentThread().interrupt();
      throw new EvaluationException("Interrupted while planted faults were asked", e);
    }
  }

  /** Closes every lane; the failure of one does not keep the others. */
  @Override
  public void close() {
    ProofLane lane = lanes.pollLast();
    if (lane != null) {
      try (this) {
        lane.close();
      }
    }
  }
}
