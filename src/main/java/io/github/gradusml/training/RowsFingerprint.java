package io.github.gradusml.training;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Fields;
import io.github.gradusml.internal.Fingerprint;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.rows.Rows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Rows told from all others, by checksums of their parts, so that it can be said what differs. */
final class RowsFingerprint {
  private static final String ROWS = "rows";

  /** The parts of a dataset in the file, and what they are called in a message. */
  private static final Map<String, String> PARTS = new LinkedHashMap<>();

  static {
    PARTS.put("feature names", "the names of its features");
    PARTS.put("features", "its features");
    PARTS.put("targets", "its targets");
    PARTS.put("class names", "the names of its classes");
    PARTS.put("weights", "the weights of its rows");
  }

  private RowsFingerprint() {}

  static Fields of(Dataset data) {
    Fingerprint sum = new Fingerprint();
    String features = sumOf(data.featureNames(), sum);
    Rows rows = data.inputs();
    for (int i = 0; i < data.rows(); i++) {
      if (rows.isSparse()) {
        int[] indices = rows.indices(i);
        sum.with(indices.length).with(IntStream.of(indices).asDoubleStream().toArray());
      }
      sum.with(rows.isSparse() ? rows.values(i) : rows.row(i));
    }
    Fields fields = Fields.none().with(ROWS, data.rows());
    fields.with("feature names", features).with("features", sum.text());
    fields.with("targets", sum.with(data.targets()).text());
    fields.with("class names", sumOf(data.classNames(), sum));
    for (int i = 0; i < data.rows() && data.isWeighted(); i++) {
      sum.with(data.weight(i));
    }
    return fields.with("weights", data.isWeighted() ? sum.text() : "none");
  }

  private static String sumOf(List<String> names, Fingerprint sum) {
    names.forEach(sum::with);
    return sum.text();
  }

  /**
   * Fails unless rows are those of a checkpoint.
   *
   * @param name what they are called
   * @param saved what the checkpoint says of its own
   * @param now the same of these
   */
  static void check(String name, Fields saved, Fields now) {
    long rows = saved.whole(ROWS, 1, Integer.MAX_VALUE);
    long given = now.whole(ROWS, 1, Integer.MAX_VALUE);
    if (rows != given) {
      throw new IllegalArgumentException(
          name
              + " must have "
              + Texts.count(rows, "row")
              + ", as in the checkpoint, but has "
              + given);
    }
    PARTS.forEach(
        (part, called) -> {
          if (!saved.text(part).equals(now.text(part))) {
            throw new IllegalArgumentException(
                name
                    + " must be the rows that the checkpoint was made with, in their order, but "
                    + called
                    + " are others");
          }
        });
  }
}
