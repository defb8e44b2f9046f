/**
 * How well a model does: what the article's section 5 chooses hyperparameters by.
 *
 * <p>Read {@link io.github.gradusml.metric.Metric}, then {@link io.github.gradusml.metric.Scores},
 * what every metric looks at, {@link io.github.gradusml.metric.ConfusionMatrix}, {@link
 * io.github.gradusml.metric.ClassMetric}, and {@link io.github.gradusml.metric.RocCurve}. Whether
 * probabilities come true is in {@link io.github.gradusml.metric.ReliabilityCurve}, a {@link
 * io.github.gradusml.metric.ReliabilityBin} at a time; what mistakes cost, in {@link
 * io.github.gradusml.metric.MistakeCosts}, {@link io.github.gradusml.metric.CutCosts} with a {@link
 * io.github.gradusml.metric.CutCost} a point, and {@link io.github.gradusml.metric.ExpectedSaving}.
 *
 * <pre>{@code
 * double accuracy = Metric.accuracy().of(model, test);
 * double macro = Metric.f1().macro().of(model, test);
 * ConfusionMatrix matrix = ConfusionMatrix.of(model, test);
 * List<RocPoint> points = RocCurve.of(model, test).points();
 * }</pre>
 */
package io.github.gradusml.metric;
