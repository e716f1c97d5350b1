package org.activitysummary.testbed.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Everything that decides the rows of a {@link Dataset}; equal specs give equal bytes on every JDK.
 *
 * <table>
 *   <caption>The distribution, with the values of {@link #standard()}</caption>
 *   <tr><th>what</th><th>distribution</th><th>standard</th></tr>
 *   <tr><td>rows of a seeded user</td><td>exactly the size, copies included</td>
 *       <td>100, 10,000, 100,000, 1,000,000</td></tr>
 *   <tr><td>id of a seeded user</td><td>9,000,000,000 + size, beyond a 32-bit integer</td><td></td></tr>
 *   <tr><td>background users</td><td>ids 1 to n, the rows shared out evenly</td>
 *       <td>1,000 users, 60,000 rows</td></tr>
 *   <tr><td>order of users</td><td>{@link Layout}</td><td>interleaved</td></tr>
 *   <tr><td>event id</td><td>n-th distinct event over all users: n times the stride</td>
 *       <td>stride 1</td></tr>
 *   <tr><td>copies</td><td>per user exactly the share of the rows, rounded, at random places</td><td>5 %</td></tr>
 *   <tr><td>distance of a copy</td><td>near: one of the user's latest 8 events; far: one of the older
 *       half of the user's events so far</td><td>half near, half far</td></tr>
 *   <tr><td>disagreeing copies</td><td>share of copies with another type, or for half of the
 *       purchases' copies another price</td><td>0 %</td></tr>
 *   <tr><td>type of an event</td><td>independent of everything else</td>
 *       <td>27 % click, 70 % view, 3 % purchase, 0 % others</td></tr>
 *   <tr><td>price of a purchase</td><td>uniform from 0.01 to 500.00</td>
 *       <td>92 % number, 4 % string, 2 % missing, 2 % malformed</td></tr>
 *   <tr><td>metadata</td><td>{@code {"page": "/p/123", "ref": "mail"}} or {@code {"price": 12.34,
 *       "currency": "EUR"}}, padded to a least length</td><td>no padding</td></tr>
 * </table>
 *
 * @param seed decides everything that is drawn
 * @param sizes rows of each seeded user, distinct, each from 1 to 100,000,000; at least one
 * @param background the other users
 * @param layout order of the users' rows
 * @param idStride distance of consecutive event ids, from 1 to 1,000,000; more than 1 is sparse
 * @param copies how many rows repeat an id, where, and what they say
 * @param types which types events are of
 * @param prices how purchases carry their price
 * @param metadataBytes least length of a row's JSON text in bytes, from 0 to 100,000
 */
public record DatasetSpec(
    long seed,
    List<Integer> sizes,
    Background background,
    Layout layout,
    long idStride,
    CopyMix copies,
    TypeMix types,
    PriceMix prices,
    int metadataBytes) {

  /** Rows of all users together that a dataset may have; event numbers are kept in an int. */
  public static final long MAX_ROWS = 1_000_000_000;

  private static final int MAX_ID_STRIDE = 1_000_000;
  private static final int MAX_METADATA_BYTES = 100_000;

  /**
   * Checks that the values can be met together.
   *
   * @throws IllegalArgumentException naming the value, its range and what it is
   * @throws NullPointerException naming what is null
   */
  public DatasetSpec {
    sizes = List.copyOf(sizes);
    Objects.requireNonNull(background, "background");
    Objects.requireNonNull(layout, "layout");
    Objects.requireNonNull(copies, "copies");
    Objects.requireNonNull(types, "types");
    Objects.requireNonNull(prices, "prices");
    SpecLimits.requireSizes(sizes);
    SpecLimits.requireRange(
        "rows of all users together", totalRows(sizes, background), 1, MAX_ROWS);
    SpecLimits.requireRange("idStride", idStride, 1, MAX_ID_STRIDE);
    SpecLimits.requireRange("metadataBytes", metadataBytes, 0, MAX_METADATA_BYTES);
  }

  /**
   * Returns the dataset of the published figures.
   *
   * @return seed 42 and the values in the table above
   */
  public static DatasetSpec standard() {
    return new DatasetSpec(
        42,
        List.of(100, 10_000, 100_000, 1_000_000),
        new Background(1_000, 60_000),
        Layout.INTERLEAVED,
        1,
        new CopyMix(0.05, 0.5, 0),
        new TypeMix(0.27, 0.70, 0.03, 0),
        new PriceMix(0.04, 0.02, 0.02),
        0);
  }

  /**
   * Returns the number of rows of all users together.
   *
   * @return from 1 to {@link #MAX_ROWS}
   */
  public long rows() {
    return totalRows(sizes, background);
  }

  /** Returns this spec with another seed. */
  public DatasetSpec withSeed(long seed) {
    return new DatasetSpec(
        seed, sizes, background, layout, idStride, copies, types, prices, metadataBytes);
  }

  /** Returns this spec with seeded users of other sizes, in rows. */
  public DatasetSpec withSizes(List<Integer> sizes) {
    return new DatasetSpec(
        seed, sizes, background, layout, idStride, copies, types, prices, metadataBytes);
  }

  /** Returns this spec with other background users, and rows of them together. */
  public DatasetSpec withBackground(int users, long rows) {
    return withBackground(new Background(users, rows));
  }

  /** Returns this spec with another order of the users' rows. */
  public DatasetSpec withLayout(Layout layout) {
    return new DatasetSpec(
        seed, sizes, background, layout, idStride, copies, types, prices, metadataBytes);
  }

  /** Returns this spec with another distance of consecutive ids. */
  public DatasetSpec withIdStride(long idStride) {
    return new DatasetSpec(
        seed, sizes, background, layout, idStride, copies, types, prices, metadataBytes);
  }

  /** Returns this spec with another share of copies. */
  public DatasetSpec withCopyShare(double share) {
    return withCopies(new CopyMix(share, copies.farShare(), copies.conflictShare()));
  }

  /** Returns this spec with another share of far ones among the copies. */
  public DatasetSpec withFarCopyShare(double share) {
    return withCopies(new CopyMix(copies.share(), share, copies.conflictShare()));
  }

  /** Returns this spec with another share of disagreeing ones among the copies. */
  public DatasetSpec withConflictShare(double share) {
    return withCopies(new CopyMix(copies.share(), copies.farShare(), share));
  }

  /** Returns this spec with another mix of types; the shares sum to 1. */
  public DatasetSpec withTypeShares(double click, double view, double purchase, double other) {
    return withTypes(new TypeMix(click, view, purchase, other));
  }

  /**
   * Returns this spec with another mix of prices; the shares sum to at most 1, the rest are
   * numbers.
   */
  public DatasetSpec withPriceShares(double string, double missing, double malformed) {
    return withPrices(new PriceMix(string, missing, malformed));
  }

  /** Returns this spec with another least length of the JSON texts, in bytes. */
  public DatasetSpec withMetadataBytes(int metadataBytes) {
    return new DatasetSpec(
        seed, sizes, background, layout, idStride, copies, types, prices, metadataBytes);
  }

  /**
   * Returns every value under its name, for a report.
   *
   * @return in a fixed order; numbers as numbers, the layout as its name
   */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("seed", seed);
    map.put("sizes", sizes);
    map.put("backgroundUsers", background.users());
    map.put("backgroundRows", background.rows());
    map.put("layout", layout.name());
    map.put("idStride", idStride);
    map.put("copyShare", copies.share());
    map.put("farCopyShare", copies.farShare());
    map.put("conflictShare", copies.conflictShare());
    map.put("clickShare", types.click());
    map.put("viewShare", types.view());
    map.put("purchaseShare", types.purchase());
    map.put("otherTypeShare", types.other());
    map.put("stringPriceShare", prices.string());
    map.put("missingPriceShare", prices.missing());
    map.put("malformedPriceShare", prices.malformed());
    map.put("metadataBytes", metadataBytes);
    return map;
  }

  private DatasetSpec withBackground(Background background) {
    return new DatasetSpec(
        seed, sizes, background, layout, idStride, copies, types, prices, metadataBytes);
  }

  private DatasetSpec withCopies(CopyMix copies) {
    return new DatasetSpec(
        seed, sizes, background, layout, idStride, copies, types, prices, metadataBytes);
  }

  private DatasetSpec withTypes(TypeMix types) {
    return new DatasetSpec(
        seed, sizes, background, layout, idStride, copies, types, prices, metadataBytes);
  }

  private DatasetSpec withPrices(PriceMix prices) {
    return new DatasetSpec(
        seed, sizes, background, layout, idStride, copies, types, prices, metadataBytes);
  }

  private static long totalRows(List<Integer> sizes, Background background) {
    return background.rows() + sizes.stream().mapToLong(Integer::longValue).sum();
  }
}
