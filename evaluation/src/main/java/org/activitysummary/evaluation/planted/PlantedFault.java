package org.activitysummary.evaluation.planted;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.activitysummary.contract.Implementations;
import org.activitysummary.contract.UserActivityService;
import org.activitysummary.contract.UserActivityServiceProvider;

/**
 * An implementation that is wrong in exactly one way. It takes the answers of {@link #BASE} and
 * spoils one thing, so that only the check that owns the fault should notice.
 */
public abstract class PlantedFault implements UserActivityServiceProvider {

  /** The implementation whose answers, speed and memory a fault spoils. */
  public static final String BASE = "after";

  /** A wrong answer is asked for in many ways, so these see each other's faults. */
  private static final Set<String> ANSWER_CHECKS =
      Set.of("functional-correctness", "edge-cases", "deduplication", "functional-parity");

  private final String name;
  private final String description;
  private final String owner;

  /**
   * Describes the fault.
   *
   * @param name without the prefix {@code planted-}
   * @param owner id of the check that must catch it
   * @param description what is wrong, one line
   */
  protected PlantedFault(String name, String owner, String description) {
    this.name = "planted-" + name;
    this.owner = owner;
    this.description = description;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String description() {
    return description;
  }

  @Override
  public final Kind kind() {
    return Kind.PLANTED;
  }

  /** Returns the id of the check that must catch the fault. */
  public final String owner() {
    return owner;
  }

  /**
   * Returns the ids of checks that may catch the fault too, since it cannot be hidden from them.
   */
  public Set<String> alsoCaughtBy() {
    return ANSWER_CHECKS.contains(owner) ? ANSWER_CHECKS : Set.of();
  }

  @Override
  public UserActivityService create(DataSource dataSource) {
    return spoil(Implementations.named(BASE).create(dataSource));
  }

  /** Returns the service with the fault in it. */
  protected UserActivityService spoil(UserActivityService right) {
    return right;
  }

  /**
   * Does to the schema what the fault does. The role of implementations may not, so the proof does
   * it in their place.
   *
   * @param owner connected as the schema's owner
   */
  public void vandalize(Connection owner) throws SQLException {
    // Most faults leave the schema alone.
  }

  /** Undoes {@link #vandalize}. */
  public void repair(Connection owner) throws SQLException {
    // Nothing was done.
  }
}
