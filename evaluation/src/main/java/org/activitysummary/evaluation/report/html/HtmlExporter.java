package org.activitysummary.evaluation.report.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.activitysummary.evaluation.report.Exporter;
import org.activitysummary.evaluation.report.Facts;
import org.activitysummary.evaluation.report.Headline;
import org.activitysummary.evaluation.report.Report;

/**
 * {@code report.html}: one file that needs no network. Its content security policy allows the
 * script and style sheets that it was written with and nothing else.
 */
public final class HtmlExporter implements Exporter {

  static final String HERE = "/org/activitysummary/evaluation/report/html/";

  @Override
  public String fileName() {
    return "report.html";
  }

  @Override
  public byte[] export(Report report) {
    Map<String, String> gaps = new HashMap<>();
    files(gaps);
    verdict(gaps, report);
    charts(gaps, report);
    tables(gaps, report);
    return new Page(InlineFile.text(HERE + "report.html"))
        .filled(gaps)
        .getBytes(StandardCharsets.UTF_8);
  }

  static void files(Map<String, String> gaps) {
    InlineFile style = InlineFile.read(HERE + "report.css");
    InlineFile library = InlineFile.read(WebJar.path("chart.js", "dist/chart.umd.min.js"));
    InlineFile script = InlineFile.read(HERE + "report.js");
    gaps.put("style", style.text());
    gaps.put("library", library.text());
    gaps.put("script", script.text());
    gaps.put(
        "policy",
        "default-src 'none'; script-src %s %s; style-src %s; img-src data:; base-uri 'none'; form-action 'none'"
            .formatted(library.source(), script.source(), style.source()));
  }

  private static void verdict(Map<String, String> gaps, Report report) {
    String verdict = report.gate().verdict().name();
    gaps.put("verdict", verdict);
    gaps.put("mark", verdict.toLowerCase(Locale.ROOT));
    gaps.put("meaning", Headline.verdict(report));
    gaps.put("run", HtmlText.escaped(report.run().id()));
    gaps.put("started", HtmlText.escaped(report.run().startedAt()));
    gaps.put("profile", HtmlText.escaped(report.run().profile()));
    gaps.put("sentences", list(Headline.sentences(report)));
    gaps.put("reasons", report.gate().reasons().isEmpty() ? "" : reasons(report));
  }

  private static String reasons(Report report) {
    return "<p>Decided by:</p>\n" + list(report.gate().reasons());
  }

  private static String list(List<String> sentences) {
    return sentences.stream()
        .map(sentence -> "<li>" + HtmlText.escaped(sentence) + "</li>\n")
        .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
  }

  private static void charts(Map<String, String> gaps, Report report) {
    Charts charts = new Charts(report);
    List<Chart> all = new ArrayList<>();
    gaps.put("latencycharts", figures(charts.latency(), all));
    gaps.put("distributioncharts", figures(charts.distributions(), all));
    gaps.put("roundcharts", figures(new RoundCharts(report).ratios(), all));
    gaps.put("memorycharts", figures(charts.memory(), all));
    gaps.put("networkcharts", figures(charts.network(), all));
    gaps.put("loadcharts", figures(new LoadCharts(report).all(), all));
    gaps.put("data", json(all));
  }

  static String figures(List<Chart> charts, List<Chart> all) {
    List<Chart> drawable = charts.stream().filter(Chart::drawable).toList();
    all.addAll(drawable);
    return drawable.isEmpty()
        ? "<p>Not measured.</p>\n"
        : drawable.stream()
            .map(HtmlExporter::figure)
            .collect(Collectors.joining("", "<div class=\"charts\">\n", "</div>\n"));
  }

  private static String figure(Chart chart) {
    return """
        <figure>
        <figcaption>%s</figcaption>
        <div class="canvas"><canvas id="%s" role="img" aria-label="%s"></canvas></div>
        <details class="numbers"><summary>Numbers of this chart</summary>
        %s</details>
        </figure>
        """
        .formatted(
            HtmlText.escaped(chart.title()),
            HtmlText.escaped(chart.id()),
            HtmlText.escaped(chart.description() + " Its numbers are in a table below it."),
            ChartTable.of(chart));
  }

  /** Inside a script element only {@code <} could end it or change how it is read. */
  static String json(List<Chart> charts) {
    try {
      return JsonMapper.builder().build().writeValueAsString(charts).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Charts that cannot be JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static void tables(Map<String, String> gaps, Report report) {
    gaps.put("overview", Overview.of(report));
    gaps.put("checktables", CheckTables.of(report));
    gaps.put("faulttable", ProofTables.faults(report));
    gaps.put("answertable", ProofTables.answers(report));
    gaps.put("plantable", ProofTables.plans(report));
    gaps.put("latencytable", MeasurementTables.latency(report.measurements()));
    gaps.put("comparisontable", MeasurementTables.comparisons(report.comparisons()));
    gaps.put("memorytable", MeasurementTables.memory(report.measurements()));
    gaps.put("networktable", MeasurementTables.network(report.measurements()));
    gaps.put(
        "loadtable",
        MeasurementTables.load(report.load()) + MeasurementTables.loadSeries(report.load()));
    gaps.put("implementationtable", FactTables.implementations(report));
    gaps.put("surroundings", HtmlText.escaped(Facts.surroundings(report)));
    gaps.put("environmenttable", FactTables.environment(report));
    gaps.put("datasettable", FactTables.dataset(report));
    gaps.put("usertable", FactTables.users(report));
  }
}
