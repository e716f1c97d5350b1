package org.activitysummary.testbed.dataset;

import java.util.List;

/** Rows of a {@link DatasetSpec}. */
public final class Dataset {
  private final DatasetSpec spec;

  private Dataset(DatasetSpec spec) {
    this.spec = spec;
  }

  public static Dataset of(DatasetSpec spec) {
    return new Dataset(spec);
  }

  public DatasetSpec spec() {
    return spec;
  }

  public long rows() {
    return spec.rows();
  }

  public List<SeededUser> users() {
    throw new UnsupportedOperationException("in work");
  }

  public String fingerprint() {
    throw new UnsupportedOperationException("in work");
  }

  public void forEach(EventSink sink) {
    throw new UnsupportedOperationException("in work");
  }

  public void copyText(CopyTextSink sink) {
    throw new UnsupportedOperationException("in work");
  }
}
