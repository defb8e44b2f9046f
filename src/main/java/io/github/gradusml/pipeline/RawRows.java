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
  /** A row by the names of its features. */
  double[] row(Map<String, ? extends Number> values) {
    Checks.notNull("values", values);
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
    checkWidth("x", Checks.notNull("x", x).length);
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
    checkWidth("rows", Checks.notNull("rows", rows).columns());
    String[] names = featureNames.toArray(String[]::new);
    double[] y = new double[rows.size()];
    Arrays.fill(y, preparation.targets().map(TargetStandardizer::mean).orElse(0.0));
    return apply(Dataset.of(rows, y).withFeatureNames(names)).inputs();
  }

  /** Rows in any order of their features, with their targets. */
  Dataset prepared(Dataset data) {
    return apply(aligned(data));
  }

  Dataset aligned(Dataset data) {
    return Checks.notNull("data", data).alignFeatures(featureNames);
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
