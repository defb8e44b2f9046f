package io.github.gradusml.tuning;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import java.util.function.UnaryOperator;

/**
 * See {@link Preparation#named}.
 *
 * @param name what it is called
 * @param preparation what it does
 */
record Named(String name, Preparation preparation) implements Preparation {
  Named {
    Checks.notBlank("name", name);
  }

  /**
   * A preparation that was fitted to rows, under its name.
   *
   * @param name what it is called
   * @param fitted what it does
   */
  record Fitted(String name, UnaryOperator<Dataset> fitted) implements UnaryOperator<Dataset> {
    @Override
    public Dataset apply(Dataset rows) {
      return fitted.apply(rows);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @Override
  public UnaryOperator<Dataset> fit(Dataset train) {
    return new Fitted(
        name, Checks.notNull("what the preparation returned", preparation.fit(train)));
  }

  /** What a preparation is called; a lambda says nothing that anyone could read. */
  static String of(Object preparation) {
    return preparation.getClass().isHidden() ? "unnamed" : preparation.toString();
  }

  @Override
  public String toString() {
    return name;
  }
}
