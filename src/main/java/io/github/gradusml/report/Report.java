package io.github.gradusml.report;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.SafeFile;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.tuning.CrossValidationResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * All that one would like to know of a trained model, on a page to read, print or send: what it is,
 * how it was trained, what it has learned, how good it is on rows kept apart, and where it is most
 * wrong.
 *
 * <pre>{@code
 * Report report = Report.of(pipeline, split.test()).withTitle("Breast cancer");
 * report.save(Path.of("target/report.html"));
 * }</pre>
 *
 * <p>The page of HTML holds everything, pictures as well: it needs neither a network nor scripts
 * nor fonts, and prints on A4. As Markdown and as text, tables say what the pictures show.
 *
 * <p>Each metric comes with its standard error on these rows, and with what is got without looking
 * at any feature. The errors are found by a bootstrap: the rows are drawn 1000 times with
 * repetition, always the same way, and the metric is measured each time.
 *
 * <pre>{@code
 * standard error = √(1/(B−1) · Σ (mᵦ − m̄)²)        B = 1000 resamples, mᵦ the metric on one
 * }</pre>
 *
 * <p>Of a share p of n rows that is about √(p·(1−p)/n). Of more than 5,000 rows fewer are drawn at
 * a time, and the error is scaled by √(m/n). Where there is no error to be had, as of one row, a
 * dash stands in its place, and so it does for a metric that has no value on the rows, such as an
 * area under the ROC curve where all rows are of one class. Rows of weight 0 are left out.
 *
 * <p>Names may hold anything: they are written as what they are in each form. A report is the same
 * to the last byte on every JVM, and in every locale. It is immutable.
 *
 * <p>Source: B. Efron, R. Tibshirani, An Introduction to the Bootstrap, 1993, chapter 6.
 */
public final class Report {
  private static final int MOST_COEFFICIENTS = 30;
  private static final int MOST_MISTAKES = 10;

  private final Findings findings;
  private final List<Measured> measured;
  private final double[] errorsOfClasses;
  private final Settings settings;

  /** What a user can set. */
  private record Settings(
      String title, int coefficients, int mistakes, List<CrossValidationResult> crossValidations) {}

  private Report(
      Findings findings, List<Measured> measured, double[] errorsOfClasses, Settings settings) {
    this.findings = findings;
    this.measured = measured;
    this.errorsOfClasses = errorsOfClasses;
    this.settings = settings;
  }

  /**
   * Measures a pipeline.
   *
   * <p>It is judged as one of classes if it has several outputs or learned to tell two classes
   * apart, and then each target must be that of a class; put together by hand, also if it has a cut
   * and all targets are those of two classes; else as one of numbers.
   *
   * @param pipeline the pipeline
   * @param test raw rows that were kept apart from its training, with the features in any order
   * @return the report
   * @throws IllegalArgumentException if a feature is missing, the classes have other names, or a
   *     target is none of the classes
   */
  public static Report of(Pipeline<?> pipeline, Dataset test) {
    Checks.notNull("pipeline", pipeline);
    Findings findings = Findings.of(pipeline, Checks.notNull("test", test));
    Settings settings =
        new Settings("Report of a model", MOST_COEFFICIENTS, MOST_MISTAKES, List.of());
    return new Report(
        findings,
        Measured.of(findings, findings.metrics()),
        ClassesSection.errors(findings),
        settings);
  }

  /**
   * Sets the heading.
   *
   * @param title a line; not blank
   * @return another report
   * @throws IllegalArgumentException if it is blank
   */
  public Report withTitle(String title) {
    Checks.notBlank("title", title);
    return with(
        new Settings(title, settings.coefficients, settings.mistakes, settings.crossValidations));
  }

  /**
   * Adds the result of a cross-validation of the same kind of model: its mean and standard error
   * over the folds.
   *
   * @param result the scores of the folds; several calls add several
   * @return another report
   */
  public Report withCrossValidation(CrossValidationResult result) {
    List<CrossValidationResult> all = new ArrayList<>(settings.crossValidations);
    all.add(Checks.notNull("result", result));
    return with(
        new Settings(
            settings.title,
            settings.coefficients,
            settings.mistakes,
            Collections.unmodifiableList(all)));
  }

  /**
   * Adds a metric to those that are there anyway.
   *
   * @param metric what to measure besides; on these rows it must have a value
   * @return another report
   * @throws IllegalArgumentException if the targets or predictions are not such as it takes
   * @throws IllegalStateException if the model tells no classes apart, or more than two where the
   *     metric is of two
   */
  public Report withMetric(Metric metric) {
    Checks.notNull("metric", metric).of(findings.scores()); // or it says why not
    List<Measured> all = new ArrayList<>(measured);
    all.addAll(Measured.of(findings, List.of(metric)));
    return new Report(findings, Collections.unmodifiableList(all), errorsOfClasses, settings);
  }

  /**
   * Sets how many coefficients of a linear model are shown, the largest of all.
   *
   * @param most at least 1; 30 unless this is called
   * @return another report
   * @throws IllegalArgumentException if {@code most < 1}
   */
  public Report withCoefficients(int most) {
    Checks.atLeast("most", most, 1);
    return with(new Settings(settings.title, most, settings.mistakes, settings.crossValidations));
  }

  /**
   * Sets how many rows are shown that the model is wrong about, the worst of all.
   *
   * @param most at least 1; 10 unless this is called
   * @return another report
   * @throws IllegalArgumentException if {@code most < 1}
   */
  public Report withMistakes(int most) {
    Checks.atLeast("most", most, 1);
    return with(
        new Settings(settings.title, settings.coefficients, most, settings.crossValidations));
  }

  private Report with(Settings others) {
    return new Report(findings, measured, errorsOfClasses, others);
  }

  private Page page() {
    List<Section> sections = new ArrayList<>();
    sections.add(GlanceSection.of(findings, measured));
    sections.add(ModelSection.of(findings));
    sections.add(TrainingSection.of(findings));
    sections.add(ScoresSection.of(findings, measured, settings.crossValidations));
    if (findings.ofClasses()) {
      sections.add(ClassesSection.of(findings, errorsOfClasses));
    } else {
      sections.add(PredictionsSection.of(findings));
    }
    RocSection.of(findings).ifPresent(sections::add);
    ProbabilitiesSection.of(findings).ifPresent(sections::add);
    sections.add(WeightsSection.of(findings, settings.coefficients));
    sections.add(MistakesSection.of(findings, settings.mistakes));
    sections.add(NotesSection.of(findings));
    return new Page(settings.title, Kind.of(findings.pipeline().model()), sections);
  }

  /**
   * Returns the report as plain text, at most 88 letters wide but for tables.
   *
   * @return lines that end in {@code \n}
   */
  public String toText() {
    return page().in(new TextForm());
  }

  /**
   * Returns the report as Markdown with tables, as GitHub and many others read it.
   *
   * @return lines that end in {@code \n}
   */
  public String toMarkdown() {
    return page().in(new MarkdownForm());
  }

  /**
   * Returns the report as a page of HTML that holds all it needs.
   *
   * @return a page that is XML as well; to be written as UTF-8
   */
  public String toHtml() {
    return page().in(new HtmlForm());
  }

  /**
   * Saves the report in UTF-8, in place of a file that may be there; makes the folders that are
   * missing.
   *
   * @param file the file; its name ends in {@code .html}, {@code .md} or {@code .txt}
   * @return the file
   * @throws IllegalArgumentException if the name ends otherwise
   * @throws java.io.UncheckedIOException if that fails; a file that was there is then as it was
   */
  public Path save(Path file) {
    byte[] bytes = inFormOf(file).getBytes(StandardCharsets.UTF_8);
    SafeFile.write(file, out -> out.write(bytes));
    return file;
  }

  private String inFormOf(Path file) {
    String name = Checks.notNull("file", file).toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".html")) {
      return toHtml();
    }
    if (name.endsWith(".md")) {
      return toMarkdown();
    }
    if (name.endsWith(".txt")) {
      return toText();
    }
    throw new IllegalArgumentException(
        "file must end in .html, .md or .txt, but was " + Texts.brief(file));
  }

  /** Says the title and the first of the metrics. */
  @Override
  public String toString() {
    Measured main = measured.get(0);
    return "Report("
        + Texts.brief(settings.title)
        + ", "
        + main.metric().name()
        + " "
        + Numbers.text(main.value())
        + ")";
  }
}
