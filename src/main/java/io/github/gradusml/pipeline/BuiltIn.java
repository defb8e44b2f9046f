package io.github.gradusml.pipeline;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.data.TargetStandardizer;
import java.util.List;

/** The preparations without settings: see {@link Preparation}. */
enum BuiltIn implements Preparation {
  STANDARDIZING("standardizing", true) {
    @Override
    public FittedPreparation fit(Dataset train) {
      return Standardizer.fit(train);
    }
  },
  SCALING_MAX_ABS("scaling by the largest numbers", true) {
    @Override
    public FittedPreparation fit(Dataset train) {
      return Standardizer.fitMaxAbs(train);
    }
  },
  STANDARDIZING_TARGETS("standardizing targets", false) {
    @Override
    public FittedPreparation fit(Dataset train) {
      return TargetStandardizer.fit(train);
    }
  },
  NONE("none", true) {
    @Override
    public FittedPreparation fit(Dataset train) {
      return FittedPreparation.of(List.of());
    }
  };

  private final String text;
  private final boolean keepsTargets;

  BuiltIn(String text, boolean keepsTargets) {
    this.text = text;
    this.keepsTargets = keepsTargets;
  }

  @Override
  public boolean keepsTargets() {
    return keepsTargets;
  }

  @Override
  public String toString() {
    return text;
  }
}
