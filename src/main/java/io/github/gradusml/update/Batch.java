package io.github.gradusml.update;

/** See {@link UpdateStrategy#batch()}. */
record Batch() implements UpdateStrategy {
  @Override
  public int batchSize(int rows) {
    return rows;
  }

  @Override
  public boolean keepsOrder() {
    return true;
  }

  @Override
  public String toString() {
    return "batch";
  }
}
