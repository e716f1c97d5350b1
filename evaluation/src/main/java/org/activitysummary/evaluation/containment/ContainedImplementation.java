package org.activitysummary.evaluation.containment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.evaluation.process.CallerFailure;
import org.activitysummary.evaluation.process.LineProcess;

/**
 * An implementation that runs in a process of its own, in which it may do what it likes.
 *
 * <p>When its process ends, the question at hand is answered by that, and the next one gets a new
 * process; from the third end on, and after one that hung, no more are started.
 */
public final class ContainedImplementation implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Starting a JVM on a busy machine. */
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private static final int MOST_BREAKDOWNS = 3;

  private final String name;
  private final Containment limits;
  private LineProcess process;
  private int breakdowns;
  private String last;

  ContainedImplementation(String name, Containment limits) {
    this.name = name;
    this.limits = limits;
  }

  /** Returns what came of one call; that the process broke down is an answer too. */
  public Answer ask(Question question) {
    if (breakdowns >= MOST_BREAKDOWNS) {
      return Answer.brokenDown("not asked, since earlier: " + last);
    }
    try {
      if (process == null) {
        process = LineProcess.start(limits.flags(), AnswerMain.class, List.of(name));
        process.await(START_LIMIT);
      }
      String line = process.tell(JSON.writeValueAsString(question), limits.patience());
      return JSON.readValue(line, Answer.class);
    } catch (CallerFailure e) {
      breakdowns = e.timedOut() ? MOST_BREAKDOWNS : breakdowns + 1;
      return brokenDown(e.getMessage());
    } catch (JsonProcessingException e) {
      breakdowns++;
      return brokenDown("the process answered nonsense: " + e.getOriginalMessage());
    }
  }

  private Answer brokenDown(String how) {
    close();
    last = how;
    return Answer.brokenDown(how);
  }

  /**
   * Returns the implementation as seen from this process; what it throws says what was thrown
   * there.
   *
   * @param target file that says where it connects
   */
  public UserActivityService on(Path target) {
    return userId -> {
      Answer answer = ask(Question.about(target, userId));
      return switch (answer.outcome()) {
        case SUMMARY, NULL -> answer.summary();
        case REFUSED, THREW, BROKE_DOWN -> throw new Elsewhere(answer.failure());
      };
    };
  }

  /** Ends the process; a later question would start another. */
  @Override
  public void close() {
    if (process != null) {
      process.close();
      process = null;
    }
  }

  /** What happened in the other process, whose exceptions stay there. */
  private static final class Elsewhere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Elsewhere(String words) {
      super(words);
    }

    @Override
    public String toString() {
      return getMessage();
    }
  }
}
