package io.github.gradusml.tuning;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Standardizer;
import java.util.function.UnaryOperator;

/** See {@link Preparation#standardizing()}. */
enum Standardizing implements Preparation {
  FEATURES;

  @Override
  public UnaryOperator<Dataset> fit(Dataset train) {
    Standardizer standardizer = Standardizer.fit(train);
    return standardizer::apply;
  }

  @Override
  public String toString() {
    return "standardizing";
  }
}
