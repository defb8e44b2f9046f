package io.github.gradusml.pipeline;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FeatureSelection;
import io.github.gradusml.data.FittedPreparation;

/**
 * See {@link Preparation#selecting}.
 *
 * @param selection the features that stay
 */
record Selecting(FeatureSelection selection) implements Preparation {
  @Override
  public FittedPreparation fit(Dataset train) {
    selection.apply(train); // each must be there
    return selection;
  }

  @Override
  public boolean keepsTargets() {
    return true;
  }

  @Override
  public String toString() {
    return "selecting" + selection.names();
  }
}
