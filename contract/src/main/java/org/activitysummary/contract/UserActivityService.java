package org.activitysummary.contract;

/**
 * The function that is rewritten, measured and judged: a user's events, summed up.
 *
 * <p>The events live in the table {@code events (id bigint, user_id bigint, type text, metadata
 * jsonb)}, reached without a schema name through the connection's {@code search_path}. Nobody may
 * change that schema; session settings may be set per connection or transaction.
 *
 * <ul>
 *   <li><b>Copies.</b> Delivery is at least once, so {@code id} is not unique. Among a user's rows
 *       with the same id only the first stored one (lowest {@code ctid}) counts, whatever the later
 *       copies say. Two users may hold events of the same id; they have nothing to do with each
 *       other.
 *   <li><b>Counts.</b> {@code click}, {@code view} and {@code purchase} are the numbers of distinct
 *       events of exactly that type; every other type counts nowhere.
 *   <li><b>Total value.</b> The exact decimal sum of the purchases' prices. A price is {@code
 *       metadata.price} of a JSON object when it is a JSON number, or a JSON string that is a plain
 *       decimal, {@code -?[0-9]+(\.[0-9]+)?}. Anything else (missing, null, boolean, object, array,
 *       {@code "NaN"}, {@code "1_000"}, {@code "0x1F"}, {@code "1e3"}, padded, empty) makes the
 *       purchase count with price 0. No floating point anywhere.
 *   <li><b>Unknown user.</b> The all-zero summary, {@link UserActivitySummary#ZERO}.
 *   <li><b>Snapshot.</b> The answer is that of one moment; an event committed while the call runs
 *       counts wholly or not at all.
 * </ul>
 *
 * <p>Implementations are safe for use by several threads at once and keep no data between calls.
 */
@FunctionalInterface
public interface UserActivityService {

  /**
   * Returns the summary of one user's events as the database holds them now.
   *
   * @param userId any {@code bigint}, negative ones included; need not exist
   * @return the summary, never null
   * @throws UserActivityException if the database fails in any way; there is no partial answer
   */
  UserActivitySummary fetchUserActivitySummary(long userId);
}
