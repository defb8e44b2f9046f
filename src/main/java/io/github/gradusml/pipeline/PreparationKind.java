package io.github.gradusml.pipeline;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FeatureSelection;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.internal.Fields;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.rows.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A kind of fitted preparation that a file can hold.
 *
 * @param name what a file calls it
 * @param type its class
 * @param write adds what it is made of to fields
 * @param read makes it of these
 * @param names the names of the features after it, of those before it, or an
 *     IllegalArgumentException if it was fitted to others
 */
record PreparationKind<P extends FittedPreparation>(
    String name,
    Class<P> type,
    BiFunction<P, Fields, Fields> write,
    Function<Fields, P> read,
    BiFunction<P, List<String>, List<String>> names) {
  static final String KIND = "kind";

  /** What a preparation must be to be saved or exported, and what to do where it is not. */
  static final String KNOWN = "made of Standardizer, TargetStandardizer and FeatureSelection";

  static final String WAY_OUT =
      "put those three together by andThen, made by hand by their methods of, or prepare the rows"
          + " before the pipeline";

  private static final String MEAN = "mean";
  private static final String SCALE = "scale";
  private static final String MEAN_AND_SCALE = "mean and scale";
  private static final String FEATURES = "features";

  private static final List<PreparationKind<?>> ALL =
      List.of(
          new PreparationKind<>(
              "standardizer",
              Standardizer.class,
              PreparationKind::standardizer,
              PreparationKind::standardizer,
              (scaler, names) -> after(scaler, names, scaler.means())),
          new PreparationKind<>(
              "target standardizer",
              TargetStandardizer.class,
              (scaler, into) -> into.with(MEAN, scaler.mean()).with(SCALE, scaler.scale()),
              PreparationKind::targetStandardizer,
              (scaler, names) -> names),
          new PreparationKind<>(
              "feature selection",
              FeatureSelection.class,
              (selection, into) -> into.with(FEATURES, selection.names()),
              fields -> new FeatureSelection(fields.only(KIND, FEATURES).texts(FEATURES)),
              (selection, names) -> after(selection, names, new double[0])));

  private static Fields standardizer(Standardizer scaler, Fields into) {
    List<String> names = scaler.featureNames();
    double[] means = scaler.means();
    double[] scales = scaler.scales();
    Fields all = Fields.none();
    for (int j = 0; j < means.length; j++) {
      all.with(names.get(j), new double[] {means[j], scales[j]});
    }
    return into.with(MEAN_AND_SCALE, all);
  }

  private static Standardizer standardizer(Fields fields) {
    Fields all = fields.only(KIND, MEAN_AND_SCALE).fields(MEAN_AND_SCALE);
    List<String> names = List.copyOf(all.names());
    double[] means = new double[names.size()];
    double[] scales = new double[names.size()];
    for (int j = 0; j < means.length; j++) {
      double[] both = all.numbers(names.get(j), 2);
      means[j] = both[0];
      scales[j] = both[1];
    }
    return Standardizer.of(names, means, scales);
  }

  private static TargetStandardizer targetStandardizer(Fields fields) {
    fields.only(KIND, MEAN, SCALE);
    return TargetStandardizer.of(fields.finite(MEAN), fields.finite(SCALE));
  }

  /** Of one row, whose numbers do not overflow on the way. */
  private static List<String> after(FittedPreparation step, List<String> names, double[] numbers) {
    double[] row = Arrays.copyOf(numbers, names.size());
    Dataset one = Dataset.of(Rows.dense(1, row.length, i -> row), new double[1]);
    return step.apply(one.withFeatureNames(names.toArray(String[]::new))).featureNames();
  }

  /** Whether a step can be written, and so be told by what it does. */
  static boolean isKnown(FittedPreparation step) {
    return ALL.stream().anyMatch(kind -> kind.type.isInstance(step));
  }

  /** The kind of a step that is to be saved. */
  static PreparationKind<?> of(FittedPreparation step) {
    return ALL.stream()
        .filter(kind -> kind.type.isInstance(step))
        .findFirst()
        .orElseThrow(() -> UsersOwn.cannotBe(UsersOwn.SAVED, "preparation", KNOWN, step, WAY_OUT));
  }

  /** The kind that a file says. */
  static PreparationKind<?> of(String name) {
    return ALL.stream()
        .filter(kind -> kind.name.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "preparation must be a "
                        + ALL.stream().map(PreparationKind::name).collect(Collectors.joining(", "))
                        + ", but was "
                        + Texts.quoted(name)
                        + "; a newer version of Gradus may know it"));
  }

  Fields fields(FittedPreparation step) {
    return write.apply(type.cast(step), Fields.none().with(KIND, name));
  }

  List<String> namesAfter(FittedPreparation step, List<String> before) {
    return names.apply(type.cast(step), before);
  }
}
