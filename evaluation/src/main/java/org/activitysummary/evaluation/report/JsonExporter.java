package org.activitysummary.evaluation.report;

/** {@code report.json}: everything, for programs. */
public final class JsonExporter implements Exporter {

  /** The name of the file. */
  public static final String FILE_NAME = "report.json";

  @Override
  public String fileName() {
    return FILE_NAME;
  }

  @Override
  public byte[] export(Report report) {
    return JsonFormat.bytes(report);
  }
}
