package io.github.gradusml.pipeline;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FittedPreparation;
import java.util.function.Function;

/**
 * See {@link Preparation#counting} and {@link Preparation#hashing}.
 *
 * @param vectorizer what makes features of texts
 * @param fitting what is made of it by training texts
 */
record Vectorizing(Object vectorizer, Function<Dataset, FittedPreparation> fitting)
    implements Preparation {
  @Override
  public FittedPreparation fit(Dataset train) {
    return fitting.apply(train);
  }

  @Override
  public boolean keepsTargets() {
    return true;
  }

  @Override
  public String toString() {
    return vectorizer.toString();
  }
}
