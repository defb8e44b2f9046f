package io.github.gradusml.tuning;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Standardizer;
import java.util.function.UnaryOperator;

/** See {@link Preparation#standardizing()}. */
enum Standardizing implements Preparation {
  FEATURES;

  @Override
  public UnaryOperator<Dataset> fit(Dataset train) {
    return Standardizer.fit(train);
  }

  @Override
  public String toString() {
    return "standardizing";
  }
}
