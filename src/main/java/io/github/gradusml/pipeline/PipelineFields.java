package io.github.gradusml.pipeline;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Fields;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.rows.Rows;
import java.util.List;

/**
 * A pipeline as fields, and back. What it does not have, such as names of classes, a calibration or
 * a bias, has no field.
 */
final class PipelineFields {
  private static final String KIND = "kind";
  private static final String CREDIT = "credit";
  private static final String CLASSES = "classes";
  private static final String FEATURES = "features";

  /** In place of features: how many, where all have the names x0, x1, …. */
  private static final String COLUMNS = PreparationKind.COLUMNS;

  private static final String PREPARATION = "preparation";
  private static final String MODEL = "model";
  private static final String CALIBRATION = "calibration";
  private static final String SLOPE = "slope";
  private static final String INTERCEPT = "intercept";
  private static final String CUT = "cut";
  private static final String TRAINING = "training";

  private PipelineFields() {}

  /**
   * Returns the fields of a pipeline.
   *
   * @throws IllegalArgumentException if a part of it is a user's own, or reading would refuse it
   */
  static Fields write(Parts<?> parts) {
    ModelKind<?> kind = ModelKind.of(parts.model());
    Fields fields = Fields.none().with(KIND, kind.name());
    if (!parts.credit().isEmpty()) {
      fields.with(CREDIT, parts.credit());
    }
    if (!parts.classNames().isEmpty()) {
      fields.with(CLASSES, parts.classNames());
    }
    if (WideNames.are(parts.featureNames())) {
      fields.with(COLUMNS, parts.featureNames().size());
    } else {
      fields.with(FEATURES, parts.featureNames());
    }
    fields
        .with(PREPARATION, PreparationFields.write(parts.preparation()))
        .with(MODEL, kind.fields(parts.model(), parts.preparedNames()));
    if (parts.calibration() != null) {
      fields.with(CALIBRATION, write(parts.calibration()));
    }
    if (!Double.isNaN(parts.cut())) {
      fields.with(CUT, parts.cut());
    }
    if (parts.training() != null) {
      fields.with(TRAINING, TrainingFields.write(parts.training()));
    }
    checkReadable(fields);
    return fields;
  }

  /** What reading refuses must not be written: numbers of a user's own may be any. */
  private static void checkReadable(Fields fields) {
    try {
      read(fields);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "pipeline must be one that can be read again to be saved, but " + e.getMessage(), e);
    }
  }

  private static Fields write(Calibration calibration) {
    return Fields.none().with(SLOPE, calibration.slope()).with(INTERCEPT, calibration.intercept());
  }

  /**
   * Returns the pipeline of fields.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Pipeline<?> read(Fields fields) {
    String features = fields.has(COLUMNS) ? COLUMNS : FEATURES;
    fields.only(KIND, CREDIT, CLASSES, features, PREPARATION, MODEL, CALIBRATION, CUT, TRAINING);
    return pipeline(ModelKind.of(fields.text(KIND)), fields);
  }

  private static <M extends Model<M>> Pipeline<M> pipeline(ModelKind<M> kind, Fields fields) {
    List<String> given =
        fields.has(COLUMNS) ? WideNames.read(fields, COLUMNS) : fields.texts(FEATURES);
    List<String> classNames = fields.has(CLASSES) ? fields.texts(CLASSES) : List.of();
    List<String> names = checked(given, classNames);
    FittedPreparation preparation = PreparationFields.read(fields.groups(PREPARATION));
    List<String> preparedNames = PreparationFields.namesAfter(preparation, names);
    Checks.atLeast(FEATURES, preparedNames.size(), 1);
    M model = kind.read().apply(fields.fields(MODEL), preparedNames);
    checkClasses(classNames.size(), model);
    Parts<M> parts =
        new Parts<>(
            names,
            preparation,
            preparedNames,
            model,
            null,
            Double.NaN,
            classNames,
            fields.has(CREDIT) ? fields.text(CREDIT) : "",
            fields.has(TRAINING) ? TrainingFields.read(fields.fields(TRAINING)) : null);
    Pipeline<M> plain = new Pipeline<>(parts);
    Pipeline<M> calibrated =
        fields.has(CALIBRATION)
            ? plain.withCalibration(calibration(fields.fields(CALIBRATION)))
            : plain;
    return fields.has(CUT) ? calibrated.withCut(fields.finite(CUT)) : calibrated;
  }

  /** The names of the features, once both are known to differ. */
  private static List<String> checked(List<String> names, List<String> classNames) {
    Rows one =
        names.isEmpty()
            ? RawRows.oneText("")
            : Rows.sparse(names.size()).add(new int[0], new double[0]).build();
    Dataset row = Dataset.of(one, new double[1]).withInputs(one, names);
    if (!classNames.isEmpty()) {
      row.withClassNames(classNames.toArray(String[]::new));
    }
    return row.featureNames();
  }

  /**
   * Returns the version of the format that fields are of: an older reader reads what it can.
   *
   * @return 2 where names of many columns are told by their number, else 1
   */
  static int version(Fields fields) {
    boolean isWide = fields.groups(PREPARATION).stream().anyMatch(step -> step.has(COLUMNS));
    return isWide || fields.has(COLUMNS) ? 2 : 1;
  }

  private static void checkClasses(int names, Model<?> model) {
    int classes = model.output().classes();
    if (names != 0 && names != classes) {
      throw new IllegalArgumentException(
          CLASSES
              + " must be as many as the model tells apart, "
              + classes
              + ", but are "
              + Texts.count(names, "name"));
    }
  }

  private static Calibration calibration(Fields fields) {
    fields.only(SLOPE, INTERCEPT);
    return new Calibration(fields.finite(SLOPE), fields.finite(INTERCEPT));
  }
}
