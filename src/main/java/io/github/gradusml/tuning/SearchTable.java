package io.github.gradusml.tuning;

import io.github.gradusml.internal.CsvTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The cells of a search as a table, a line each. */
final class SearchTable {
  private SearchTable() {}

  static CsvTable of(SearchResult<?> result) {
    int folds = result.best().scores().validation().size();
    List<String> header = new ArrayList<>(List.of("round"));
    header.addAll(result.settings());
    header.addAll(List.of("mean", "standard_error", "training_mean"));
    for (int k = 1; k <= folds; k++) {
      header.add("fold_" + k);
    }
    header.addAll(List.of("seconds", "failure"));
    CsvTable table = new CsvTable(header);
    result.cells().forEach(cell -> table.add(line(cell, folds)));
    return table;
  }

  private static List<Object> line(SearchCell cell, int folds) {
    boolean failed = cell.failure().isPresent();
    List<Object> line = new ArrayList<>(List.of(cell.round()));
    line.addAll(cell.point());
    line.add(cell.mean());
    line.add(cell.standardError());
    line.add(failed ? "" : cell.scores().trainingMean());
    line.addAll(failed ? Collections.nCopies(folds, "") : cell.scores().validation());
    line.add(cell.seconds());
    line.add(cell.failure().map(Failures::message).orElse(""));
    return line;
  }
}
