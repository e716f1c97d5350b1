package org.activitysummary.evaluation.report.html;

import static org.activitysummary.evaluation.report.html.HtmlTable.Column.NUMBER;
import static org.activitysummary.evaluation.report.html.HtmlTable.Column.TEXT;

import java.util.Objects;
import java.util.TreeMap;
import org.activitysummary.evaluation.environment.Environment;
import org.activitysummary.evaluation.report.Facts;
import org.activitysummary.evaluation.report.NumberText;
import org.activitysummary.evaluation.report.Report;
import org.activitysummary.testbed.dataset.SeededUser;

/** Where, on what and by whom. */
final class FactTables {

  private FactTables() {}

  /** Returns the implementations. */
  static String implementations(Report report) {
    HtmlTable table =
        new HtmlTable("Implementations").columns(TEXT, "Implementation", "Kind", "Description");
    report.implementations().forEach(i -> table.row(i.name(), i.kind(), i.description()));
    return table.html();
  }

  /** Returns run and machine. */
  static String environment(Report report) {
    Environment e = report.environment();
    HtmlTable table = new HtmlTable("Run and environment").columns(TEXT, "What", "Value");
    table
        .row("Run", report.run().id())
        .row("Started", report.run().startedAt())
        .row("Finished", report.run().finishedAt())
        .row("Profile", report.run().profile())
        .row("Command", report.run().command())
        .row("Commit", Facts.commit(e.git()).orElse(NumberText.NONE))
        .row("Processor", Facts.processor(e))
        .row("Memory", NumberText.megabytes(e.memoryBytes()) + " MB")
        .row("System", e.os())
        .row("JVM", e.jvm())
        .row("Flags of the latency forks", String.join(" ", e.jvmFlags()))
        .row("Flags of the memory processes", String.join(" ", e.callerJvmFlags()))
        .row("PostgreSQL", "%s, %s".formatted(e.postgres().version(), e.postgres().kind()))
        .row("Read by", Objects.requireNonNullElse(e.postgres().reader(), NumberText.NONE));
    e.postgres().settings().forEach((name, value) -> table.row("PostgreSQL " + name, value));
    return table.html();
  }

  /** Returns what decides the rows. */
  static String dataset(Report report) {
    Report.DatasetBlock dataset = report.dataset();
    HtmlTable table = new HtmlTable("Dataset").columns(TEXT, "What", "Value");
    table
        .row("Rows", NumberText.count(dataset.rows()))
        .row("Seed", Long.toString(dataset.seed()))
        .row("SHA-256", dataset.fingerprint())
        .row("Loaded in", NumberText.of(dataset.loadSeconds()) + " s");
    new TreeMap<>(dataset.spec()).forEach((name, value) -> table.row(name, String.valueOf(value)));
    return table.html();
  }

  /** Returns the users who are asked about. */
  static String users(Report report) {
    HtmlTable table =
        new HtmlTable("Seeded users and their right answers")
            .columns(TEXT, "User")
            .columns(NUMBER, "Rows", "Distinct events", "click", "view", "purchase", "totalValue");
    for (SeededUser user : report.dataset().users()) {
      table.row(
          Long.toString(user.userId()),
          NumberText.count(user.rows()),
          NumberText.count(user.distinctEvents()),
          NumberText.count(user.expected().click()),
          NumberText.count(user.expected().view()),
          NumberText.count(user.expected().purchase()),
          user.expected().totalValue().toPlainString());
    }
    return table.html();
  }
}
