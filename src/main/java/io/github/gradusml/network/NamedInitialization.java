package io.github.gradusml.network;

/**
 * An {@link Initialization} with a name.
 *
 * @param name what it is called
 * @param formula the bound
 */
record NamedInitialization(String name, Initialization formula) implements Initialization {
  @Override
  public double bound(int inputs, int units) {
    return formula.bound(inputs, units);
  }

  @Override
  public String toString() {
    return name;
  }
}
