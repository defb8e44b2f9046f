package io.github.gradusml.data;

import static java.util.stream.Collectors.joining;

import io.github.gradusml.internal.CsvTable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The columns of a CSV file, from its first line: which is the target, and which are features.
 *
 * @param names the names of all columns
 * @param target the position of the target
 * @param features the positions of the features
 */
record CsvColumns(List<String> names, int target, int[] features) {
  static CsvColumns of(CsvReader format, String file, CsvLine first) {
    IntStream all = IntStream.range(0, first.fields());
    List<String> names =
        (format.header ? all.mapToObj(first::field) : all.mapToObj(j -> "x" + j)).toList();
    Names.differ(file + ": the header's names must differ, but are ", names);
    Map<String, Integer> positions = Names.positions(names);
    if (format.header && looksLikeData(format, names)) {
      throw new IllegalArgumentException(
          file
              + ", line "
              + first.number()
              + " looks like data: "
              + names.stream().limit(5).map(Names::shortened).collect(joining(", "))
              + (names.size() > 5 ? ", …" : "")
              + "; withoutHeader() reads it as such");
    }
    int target = format.target.in(file, names, positions);
    Set<Integer> others = new HashSet<>(Set.of(target));
    for (String name : format.ignored) {
      others.add(ignored(name, file, names, positions));
    }
    int[] features = IntStream.range(0, names.size()).filter(j -> !others.contains(j)).toArray();
    if (features.length == 0) {
      throw new IllegalArgumentException(
          file
              + " must have a column beside the target, but has "
              + Names.listed(names)
              + " alone");
    }
    return new CsvColumns(names, target, features);
  }

  private static int ignored(
      String name, String file, List<String> names, Map<String, Integer> positions) {
    Integer position = positions.get(CsvTable.asRead(name));
    if (position == null) {
      throw new IllegalArgumentException(
          file
              + ": ignored column must be one of "
              + Names.listed(names)
              + ", but was "
              + Names.quoted(name)
              + Names.closest(name, names));
    }
    return position;
  }

  /** Whether the header is of numbers, perhaps but for a label, and has not the target's name. */
  private static boolean looksLikeData(CsvReader format, List<String> names) {
    String target = format.target.name();
    boolean targetIsNamed = target != null && names.contains(CsvTable.asRead(target));
    return !targetIsNamed
        && IntStream.range(0, names.size())
            .filter(j -> !(format.labeled && j == format.target.position()))
            .allMatch(j -> CsvAdvice.isNumber(names.get(j), format.point()));
  }

  String[] featureNames() {
    return IntStream.of(features).mapToObj(names::get).toArray(String[]::new);
  }
}
