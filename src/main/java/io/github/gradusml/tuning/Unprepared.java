package io.github.gradusml.tuning;

import io.github.gradusml.data.Dataset;
import java.util.function.UnaryOperator;

/** See {@link Preparation#none()}. */
enum Unprepared implements Preparation {
  ROWS;

  @Override
  public UnaryOperator<Dataset> fit(Dataset train) {
    return new Named.Fitted(toString(), UnaryOperator.identity());
  }

  @Override
  public String toString() {
    return "none";
  }
}
