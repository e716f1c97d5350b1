package org.activitysummary.evaluation.adverse;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.activitysummary.testbed.dataset.DatasetSpec;
import org.activitysummary.testbed.dataset.Layout;

/** A dataset that differs from the standard one in a single way. */
public enum AdverseDataset {
  STANDARD("as the published figures", spec -> spec),
  SPARSE_IDS("one id in 64 is used", spec -> spec.withIdStride(64)),
  VERY_SPARSE_IDS("one id in 10,000 is used", spec -> spec.withIdStride(10_000)),
  HALF_COPIES("every second row is a copy", spec -> spec.withCopyShare(0.5)),
  ALL_COPIES("999 rows of 1,000 are copies", spec -> spec.withCopyShare(0.999)),
  CONFLICTING_COPIES("half of the copies disagree", spec -> spec.withConflictShare(0.5)),
  MANY_PURCHASES("30 % of the events are purchases", spec -> spec.withTypeShares(0.2, 0.5, 0.3, 0)),
  LONG_METADATA("metadata of 2 KB", spec -> spec.withMetadataBytes(2_048)),
  CONTIGUOUS("each user's rows lie together", spec -> spec.withLayout(Layout.CONTIGUOUS)),
  LARGE_TABLE(
      "the user has a tenth of the rows",
      spec -> spec.withBackground(10_000, 9L * spec.sizes().get(0)));

  /** Two kilobytes a row: so many rows are half a gigabyte, which still fits into memory. */
  private static final int MOST_LONG_ROWS = 250_000;

  private final String description;
  private final UnaryOperator<DatasetSpec> change;

  AdverseDataset(String description, UnaryOperator<DatasetSpec> change) {
    this.description = description;
    this.change = change;
  }

  /** Returns its name on the command line and in results, such as {@code half-copies}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns one line about what is different. */
  public String description() {
    return description;
  }

  /**
   * Returns how many rows the user has.
   *
   * @param wanted rows; fewer where so many would not fit into memory
   */
  public int size(int wanted) {
    return this == LONG_METADATA ? Math.min(wanted, MOST_LONG_ROWS) : wanted;
  }

  /**
   * Returns the dataset with one seeded user.
   *
   * @param size rows of that user, see {@link #size}
   */
  public DatasetSpec spec(int size) {
    return change.apply(DatasetSpec.standard().withSizes(List.of(size)));
  }
}
