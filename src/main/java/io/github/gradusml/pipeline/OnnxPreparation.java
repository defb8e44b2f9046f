package io.github.gradusml.pipeline;

import io.github.gradusml.data.FeatureSelection;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.internal.Scaling;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The preparation of raw rows as nodes of ONNX, in the order in which it is done. */
final class OnnxPreparation {
  private final OnnxGraph graph;

  /** The columns that are there so far. */
  private List<String> names;

  /** What they are called. */
  private String rows;

  private OnnxPreparation(OnnxGraph graph, List<String> names, String rows) {
    this.graph = graph;
    this.names = names;
    this.rows = rows;
  }

  /**
   * Draws a preparation.
   *
   * @param preparation what is done
   * @param graph what it becomes a part of
   * @param names those of the raw features
   * @param rows what the raw rows are called
   * @return what the prepared rows are called
   * @throws IllegalArgumentException if one of its steps is a user's own
   */
  static String draw(
      FittedPreparation preparation, OnnxGraph graph, List<String> names, String rows) {
    OnnxPreparation drawn = new OnnxPreparation(graph, names, rows);
    preparation.steps().forEach(drawn::add);
    return drawn.rows;
  }

  private void add(FittedPreparation step) {
    if (step instanceof Standardizer scaler) {
      standardize(scaler.means(), scaler.scales());
    } else if (step instanceof FeatureSelection selection) {
      select(selection.names());
    } else if (!(step instanceof TargetStandardizer)) { // which is undone behind the model
      throw UsersOwn.cannotBe(
          UsersOwn.EXPORTED, "preparation", PreparationKind.KNOWN, step, PreparationKind.WAY_OUT);
    }
  }

  /** (x − μ) / σ; with halves where the difference may be no double, as {@link Scaling} does it. */
  private void standardize(double[] means, double[] scales) {
    double part = new Scaling(means, scales).part();
    String x = rows;
    if (part != 1) {
      x = graph.node("Mul", "parts", graph.number(part), rows);
      Arrays.setAll(means, j -> part * means[j]);
      Arrays.setAll(scales, j -> part * scales[j]);
    }
    String centered =
        graph.node("Sub", "centered", x, graph.tensor("means", means, 0, means.length));
    String sizes = graph.tensor("scales", scales, 0, scales.length);
    rows = graph.node("Div", "standardized", centered, sizes);
  }

  private void select(List<String> kept) {
    long[] places = kept.stream().mapToLong(names::indexOf).toArray();
    rows =
        graph.node("Gather", Map.of("axis", 1), "selected", rows, graph.places("columns", places));
    names = kept;
  }
}
