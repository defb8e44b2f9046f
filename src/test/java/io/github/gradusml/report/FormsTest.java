package io.github.gradusml.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Text, Markdown and HTML are well formed, whatever things are called. */
class FormsTest {
  private static final String[] HOSTILE = {
    "<script>alert(1)</script>",
    "a|b|c",
    "two\nlines\r\nand\u2028more\tthan\u0000that",
    "*bold* _it_ `code` [link](x) $x$ \\ & \" ' # 1. ",
    "\uD800 half, \uFFFE, \u202Eturned",
    "n".repeat(5000)
  };

  /** One feature a hostile name, and hostile names for classes, title, credit and metric. */
  private static Report hostile() {
    int n = HOSTILE.length;
    double[][] x = new double[n][n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i][i] = i % 3 - 1;
      y[i] = i % 2;
    }
    double[] weights = {1, -2, 3, -4, 5, -6};
    Dataset test =
        Dataset.of(x, y)
            .withFeatureNames(HOSTILE)
            .withClassNames(HOSTILE[0], HOSTILE[1])
            .withCredit(HOSTILE[3] + HOSTILE[2]);
    return Reports.of(Perceptron.of(weights, 0.5, Activation.sigmoid()), test)
        .withTitle(HOSTILE[0] + HOSTILE[2] + HOSTILE[4])
        .withMetric(Metric.of(HOSTILE[1] + HOSTILE[2], true, s -> 1));
  }

  private static Stream<Report> reports() {
    return Stream.concat(Reports.all().stream(), Stream.of(hostile()));
  }

  private static Document parsed(String html) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html)));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void htmlIsXmlWithHeadingsATableOfContentsAndTitlesOfPictures(Report report) throws Exception {
    Document page = parsed(report.toHtml());
    assertEquals(1, page.getElementsByTagName("h1").getLength());
    NodeList links = page.getElementsByTagName("a");
    assertEquals(page.getElementsByTagName("h2").getLength(), links.getLength());
    Set<String> ids = new HashSet<>();
    NodeList all = page.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      String id = ((Element) all.item(i)).getAttribute("id");
      assertTrue(id.isEmpty() || ids.add(id), id + " comes twice");
    }
    for (int i = 0; i < links.getLength(); i++) {
      assertTrue(ids.contains(((Element) links.item(i)).getAttribute("href").substring(1)));
    }
    NodeList figures = page.getElementsByTagName("figure");
    assertTrue(figures.getLength() > 0);
    for (int i = 0; i < figures.getLength(); i++) {
      Element figure = (Element) figures.item(i);
      assertFalse(figure.getElementsByTagName("title").item(0).getTextContent().isBlank());
      assertFalse(figure.getElementsByTagName("figcaption").item(0).getTextContent().isBlank());
    }
    assertEquals(0, page.getElementsByTagName("script").getLength());
  }

  /** But for the names of namespaces, which nobody fetches. */
  @ParameterizedTest
  @MethodSource("reports")
  void htmlNeedsNothingFromElsewhere(Report report) {
    String html = report.toHtml().replaceAll("xmlns=\"[^\"]*\"", "");
    for (String address : new String[] {"http:", "https:", "url(", "@import", "src=", "<link"}) {
      assertFalse(html.contains(address), address);
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void tablesOfMarkdownHaveEqualNumbersOfCells(Report report) {
    Pattern bar = Pattern.compile("(?<!\\\\)\\|");
    int cells = 0;
    int tables = 0;
    for (String line : report.toMarkdown().split("\n")) {
      if (!line.startsWith("|")) {
        cells = 0;
        continue;
      }
      int own = (int) bar.matcher(line).results().count() - 1;
      tables += cells == 0 ? 1 : 0;
      cells = cells == 0 ? own : cells;
      assertEquals(cells, own, line);
    }
    assertTrue(tables >= 6, tables + " tables");
  }

  /** A browser prints a heading, and the words before a table or picture, on the page of these. */
  @Test
  void onPaperWordsStandWithWhatTheyAreAbout() {
    String html = hostile().toHtml();
    assertTrue(html.contains("section > p { break-inside: avoid; break-after: avoid; }"), html);
    assertTrue(html.contains("li { break-inside: avoid; }"), html);
  }

  @Test
  void hostileNamesAreWrittenAsWhatTheyAre() throws Exception {
    String markdown = hostile().toMarkdown();
    assertTrue(markdown.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), markdown);
    assertTrue(markdown.contains("a\\|b\\|c"), markdown);
    assertTrue(
        markdown.contains("\\*bold\\* \\_it\\_ \\`code\\` \\[link\\](x) \\$x\\$ \\\\ &amp;"));
    assertFalse(markdown.contains("<"), "nothing that could be a tag");
    Document page = parsed(hostile().toHtml());
    String text = page.getDocumentElement().getTextContent();
    assertTrue(text.contains("<script>alert(1)</script>"));
    assertTrue(text.contains("two lines  and more than\uFFFDthat"), text);
    assertTrue(text.contains("\uFFFD half, \uFFFD, \uFFFDturned"), text);
    for (String form : new String[] {hostile().toText(), markdown, hostile().toHtml()}) {
      assertFalse(form.chars().anyMatch(c -> c < ' ' && c != '\n'), "no controls");
      assertFalse(form.contains("n".repeat(61)), "long names are cut");
    }
  }

  @Test
  void barsGoToTheSideOfTheirSignAndTheLongestToTheEdge() {
    Table table =
        Table.of("Sizes & signs")
            .words("Name")
            .numbers("Value")
            .rows(List.of(List.of("a", "4"), List.of("b", "-1"), List.of("c", "0")))
            .bars(List.of(4.0, -1.0, 0.0));
    String html = new Page("t", "s", List.of(new Section("x", List.of(table)))).in(new HtmlForm());
    assertTrue(html.contains("<span class=\"up\" style=\"left:50%;width:50%\">"), html);
    // A quarter of 50, rounded up at the half.
    assertTrue(html.contains("<span class=\"down\" style=\"right:50%;width:13%\">"), html);
    assertTrue(html.contains("<td class=\"bar\" aria-hidden=\"true\"></td>"), html);
    assertTrue(html.contains("<caption>Sizes &amp; signs</caption>"), html);
    assertEquals(
        "row must have 2 cells, but has 1",
        Rejected.message(() -> table.rows(List.of(List.of("a")))));
  }

  @Test
  void namesWithinWordsStayReadableInMarkdown() {
    String markdown = Report.of(Reports.PERCEPTRON, Reports.CANCER.test()).toMarkdown();
    assertTrue(markdown.contains("| concave_points_worst | +"), markdown);
  }

  @ParameterizedTest
  @MethodSource("reports")
  void textIsNoWiderThanAPageButForTables(Report report) {
    for (String line : report.toText().split("\n")) {
      boolean isOneWord = !line.strip().contains(" ");
      assertTrue(line.length() <= 88 || line.startsWith("  ") || isOneWord, line);
      assertEquals(line.stripTrailing(), line);
    }
  }

  @Test
  void itIsTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    Report report = Report.of(Reports.REGRESSION, Reports.DIABETES.test());
    String expected = report.toHtml() + report.toMarkdown() + report.toText();
    try {
      for (String tag : new String[] {"de", "tr", "ar-EG", "hi-IN-u-nu-deva"}) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        Report again = Report.of(Reports.REGRESSION, Reports.DIABETES.test());
        assertEquals(expected, again.toHtml() + again.toMarkdown() + again.toText(), tag);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aFileHasTheFormThatItsNameEndsIn(@TempDir Path folder) throws IOException {
    Report report = Report.of(Reports.NETWORK, Reports.IRIS.test());
    String[][] forms = {
      {"a.txt", report.toText()}, {"b.md", report.toMarkdown()}, {"new/C.HTML", report.toHtml()}
    };
    for (String[] form : forms) {
      Path file = report.save(folder.resolve(form[0]));
      assertEquals(form[1], Files.readString(file, StandardCharsets.UTF_8));
    }
    assertEquals(
        "file must end in .html, .md or .txt, but was report.pdf",
        Rejected.message(() -> report.save(Path.of("report.pdf"))));
  }
}
