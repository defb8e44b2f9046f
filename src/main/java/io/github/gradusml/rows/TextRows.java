package io.github.gradusml.rows;

import io.github.gradusml.internal.Checks;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Rows that are texts still: without a column, until words are made columns. */
final class TextRows implements Rows {
  private final List<String> texts;

  private TextRows(List<String> texts) {
    this.texts = texts;
  }

  static TextRows of(List<String> texts) {
    List<String> all = Checks.noneNull("texts", texts);
    Checks.atLeast("texts", all.size(), 1);
    return new TextRows(all);
  }

  @Override
  public int size() {
    return texts.size();
  }

  @Override
  public int columns() {
    return 0;
  }

  @Override
  public List<String> texts() {
    return texts;
  }

  @Override
  public boolean isSparse() {
    return true;
  }

  @Override
  public long numbers() {
    return 0;
  }

  @Override
  public double value(int row, int column) {
    Checks.index("row", row, size());
    throw noColumns();
  }

  private static UnsupportedOperationException noColumns() {
    return new UnsupportedOperationException(
        "rows are texts, of which a HashingVectorizer or a CountVectorizer makes features first");
  }

  @Override
  public double[] row(int row) {
    Checks.index("row", row, size());
    return new double[0];
  }

  @Override
  public double squaredLength(int row) {
    Checks.index("row", row, size());
    return 0;
  }

  @Override
  public double largestSquaredLength() {
    return 0;
  }

  @Override
  public void addSquares(int row, double share, double[] sums) {
    Checks.index("row", row, size());
  }

  @Override
  public void addDistances(
      int from, int to, double[] share, double[] center, double[] sums, double[] squares) {}

  @Override
  public void multiply(int from, int to, double[] theta, Workspace workspace, double[] z) {
    throw noColumns();
  }

  @Override
  public void addTransposed(
      int from, int to, double[] delta, Workspace workspace, double[] gradient) {
    throw noColumns();
  }

  @Override
  public void setTransposed(
      int from, int to, double[] delta, Workspace workspace, double[] gradient) {
    throw noColumns();
  }

  @Override
  public void descend(int from, int to, RestingWeights weights, double[] eta, RowSlope slope) {
    throw noColumns();
  }

  @Override
  public Rows select(int... rows) {
    Checks.atLeast("rows", Checks.notNull("rows", rows).length, 1);
    return new TextRows(
        Arrays.stream(rows).mapToObj(i -> texts.get(Checks.index("row", i, size()))).toList());
  }

  @Override
  public Rows selectColumns(int... columns) {
    throw noColumns();
  }

  @Override
  public Rows map(Consumer<double[]> change) {
    throw noColumns();
  }

  @Override
  public Rows scaleColumns(double... factors) {
    throw noColumns();
  }

  @Override
  public Rows buffer(int rows) {
    throw noColumns();
  }

  @Override
  public void copyTo(Rows buffer, int[] order, int from, int to) {
    throw noColumns();
  }

  @Override
  public String toString() {
    return "TextRows(" + size() + ")";
  }
}
