/**
 * A trained model on one page: as text, Markdown or HTML.
 *
 * <p>Read {@link io.github.gradusml.report.Report}: one call makes the page, another saves it.
 *
 * <pre>{@code
 * Report report = Report.of(pipeline, split.test()).withTitle("Breast cancer");
 * report.save(Path.of("target/report.html"));
 * }</pre>
 *
 * <p>Inside, each section is one class, such as {@code MistakesSection}: it says what stands in it,
 * as paragraphs, tables and pictures, and a {@code Form} writes these as text, Markdown or HTML.
 */
package io.github.gradusml.report;
