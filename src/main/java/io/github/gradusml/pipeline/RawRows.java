package io.github.gradusml.pipeline;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.rows.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Rows that are not yet prepared: brings them into order by the names of their features, and
 * prepares them.
 *
 * @param featureNames the names of the features before they are prepared
 * @param preparation what is done to rows before the model sees them
 * @param features how many features the model wants
 */
record RawRows(List<String> featureNames, FittedPreparation preparation, int features) {
  /** A text as a row. */
  static Rows oneText(String text) {
    return Rows.texts(List.of(Checks.notNull("text", text)));
  }

  /** Rows are texts or numbers, as those were that the pipeline was trained on. */
  private void checkKind(String name, boolean areTexts) {
    if (areTexts != featureNames.isEmpty()) {
      throw new IllegalArgumentException(
          areTexts
              ? name
                  + " must have "
                  + Texts.count(featureNames.size(), "feature")
                  + ", but has texts: the pipeline was trained on numbers, and begins with no"
                  + " vectorizer"
              : name
                  + " must have texts, which "
                  + Texts.named(preparation.steps().get(0))
                  + " makes features of, but has numbers; predict(text) takes a text");
    }
  }

  /** A row by the names of its features. */
  double[] row(Map<String, ? extends Number> values) {
    Checks.notNull("values", values);
    checkKind("values", false);
    double[] x = new double[featureNames.size()];
    for (int j = 0; j < x.length; j++) {
      String name = featureNames.get(j);
      Number value = values.get(name);
      if (value == null) {
        throw new IllegalArgumentException(
            "values must have a number for each of "
                + Texts.count(x.length, "feature")
                + ", but has none for "
                + Texts.quoted(name)
                + (values.containsKey(name)
                    ? ": it is null"
                    : " among " + Texts.some(values.keySet())));
      }
      x[j] = value.doubleValue();
    }
    return x;
  }

  double[] checked(double[] x) {
    Checks.notNull("x", x);
    checkKind("x", false);
    checkWidth("x", x.length);
    for (int j = 0; j < x.length; j++) {
      if (!Double.isFinite(x[j])) {
        throw new IllegalArgumentException(
            "x["
                + j
                + "], "
                + Texts.quoted(featureNames.get(j))
                + ", must be finite, but was "
                + x[j]);
      }
    }
    return x;
  }

  /** A sparse row that was checked. */
  Rows checked(int[] indices, double[] values) {
    checkKind("indices", false);
    Checks.columns(indices, featureNames.size());
    return Rows.sparse(featureNames.size()).add(indices, values).build();
  }

  void checkWidth(String name, int columns) {
    if (columns != featureNames.size()) { // the model itself may have others
      throw new IllegalArgumentException(
          name
              + " must have "
              + Texts.count(featureNames.size(), "feature")
              + ", as there were before the preparation, but has "
              + columns);
    }
  }

  /**
   * A preparation may ask for features by their names; the targets are nobody's business, and so
   * are such as can be standardized in any case.
   */
  Rows prepared(Rows rows) {
    checkKind("rows", Checks.notNull("rows", rows).columns() == 0);
    checkWidth("rows", rows.columns());
    double[] y = new double[rows.size()];
    Arrays.fill(y, preparation.targets().map(TargetStandardizer::mean).orElse(0.0));
    return apply(Dataset.of(rows, y).withInputs(rows, featureNames)).inputs();
  }

  /** Rows in any order of their features, with their targets. */
  Dataset prepared(Dataset data) {
    return apply(aligned(data));
  }

  Dataset aligned(Dataset data) {
    checkKind("data", Checks.notNull("data", data).features() == 0);
    return featureNames.isEmpty() ? data : data.alignFeatures(featureNames);
  }

  private Dataset apply(Dataset data) {
    Dataset prepared = apply(preparation, data);
    Checks.features("what the preparation returned", prepared.features(), features);
    return prepared;
  }

  /** What a preparation makes of rows, one for one. */
  static Dataset apply(FittedPreparation preparation, Dataset data) {
    Dataset prepared = Checks.notNull("what the preparation returned", preparation.apply(data));
    Checks.preparedRows(data.rows(), prepared.rows());
    return prepared;
  }
}
