package io.github.gradusml.pipeline;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FeatureSelection;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Fields;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.text.HashingVectorizer;
import io.github.gradusml.text.Vocabulary;
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
  static final String KNOWN =
      "made of Standardizer, TargetStandardizer, FeatureSelection, HashingVectorizer and Vocabulary";

  static final String WAY_OUT =
      "put those together by andThen, made by hand by their methods of, or prepare the rows"
          + " before the pipeline";

  private static final String MEAN = "mean";
  private static final String SCALE = "scale";
  private static final String MEAN_AND_SCALE = "mean and scale";
  private static final String FEATURES = "features";

  /** How many, where all have the names x0, x1, … and only what is not 0 and 1 is told of them. */
  static final String COLUMNS = "columns";

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
              (selection, names) -> after(selection, names, new double[0])),
          new PreparationKind<>(
              "hashing vectorizer",
              HashingVectorizer.class,
              VectorizerFields::write,
              VectorizerFields::readHashing,
              PreparationKind::afterTexts),
          new PreparationKind<>(
              "vocabulary",
              Vocabulary.class,
              VectorizerFields::write,
              VectorizerFields::readVocabulary,
              PreparationKind::afterTexts));

  private static Fields standardizer(Standardizer scaler, Fields into) {
    List<String> names = scaler.featureNames();
    double[] means = scaler.means();
    double[] scales = scaler.scales();
    boolean isWide = WideNames.are(names);
    Fields all = Fields.none();
    for (int j = 0; j < means.length; j++) {
      if (!isWide || means[j] != 0 || scales[j] != 1) {
        all.with(names.get(j), new double[] {means[j], scales[j]});
      }
    }
    return (isWide ? into.with(COLUMNS, names.size()) : into).with(MEAN_AND_SCALE, all);
  }

  private static Standardizer standardizer(Fields fields) {
    boolean isWide = fields.has(COLUMNS);
    Fields all = fields.only(KIND, isWide ? COLUMNS : KIND, MEAN_AND_SCALE).fields(MEAN_AND_SCALE);
    List<String> names = isWide ? WideNames.read(fields, COLUMNS) : List.copyOf(all.names());
    double[] means = new double[names.size()];
    double[] scales = new double[names.size()];
    Arrays.fill(scales, 1);
    int at = 0;
    for (String name : (isWide ? WideNames.checked(all, names) : all).names()) {
      double[] both = all.numbers(name, 2);
      int j = isWide ? names.indexOf(name) : at++;
      means[j] = both[0];
      scales[j] = both[1];
    }
    return Standardizer.of(names, means, scales);
  }

  private static TargetStandardizer targetStandardizer(Fields fields) {
    fields.only(KIND, MEAN, SCALE);
    return TargetStandardizer.of(fields.finite(MEAN), fields.finite(SCALE));
  }

  /** Of an empty text; there are no names before. */
  private static List<String> afterTexts(FittedPreparation step, List<String> names) {
    if (!names.isEmpty()) {
      throw new IllegalArgumentException(
          "features must be none where texts are prepared, but were " + Texts.some(names));
    }
    return step.apply(Dataset.of(RawRows.oneText(""), new double[1])).featureNames();
  }

  /** Of one row, whose numbers do not overflow on the way. */
  private static List<String> after(FittedPreparation step, List<String> names, double[] numbers) {
    Checks.atLeast(FEATURES, names.size(), 1);
    double[] row = Arrays.copyOf(numbers, names.size());
    Rows one = Rows.dense(1, row.length, i -> row);
    return step.apply(Dataset.of(one, new double[1]).withInputs(one, names)).featureNames();
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
