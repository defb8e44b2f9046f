package io.github.gradusml.pipeline;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.rows.Rows;
import java.util.List;

/**
 * Explains what a pipeline says of a text: by the features that its first step makes of the text,
 * and the pipeline that is left behind that step.
 */
final class TextExplanation {
  private TextExplanation() {}

  static <M extends Model<M>> Explanation of(Parts<M> parts, Rows text) {
    RawRows raw = new RawRows(parts.featureNames(), parts.preparation(), parts.model().features());
    raw.prepared(text); // refused where the pipeline takes numbers
    List<FittedPreparation> steps = parts.preparation().steps();
    double y = parts.preparation().targets().map(TargetStandardizer::mean).orElse(0.0);
    Dataset features = RawRows.apply(steps.get(0), Dataset.of(text, new double[] {y}));
    FittedPreparation rest = FittedPreparation.of(steps.subList(1, steps.size()));
    Pipeline<M> behind = new Pipeline<>(parts.behind(features.featureNames(), rest));
    Rows row = features.inputs();
    return row.isSparse()
        ? behind.explain(row.indices(0), row.values(0))
        : behind.explain(row.row(0));
  }
}
