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
    fields
        .with(FEATURES, parts.featureNames())
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
    fields.only(KIND, CREDIT, CLASSES, FEATURES, PREPARATION, MODEL, CALIBRATION, CUT, TRAINING);
    return pipeline(ModelKind.of(fields.text(KIND)), fields);
  }

  private static <M extends Model<M>> Pipeline<M> pipeline(ModelKind<M> kind, Fields fields) {
    List<String> names = fields.texts(FEATURES);
    List<String> classNames = fields.has(CLASSES) ? fields.texts(CLASSES) : List.of();
    checkNames(names, classNames);
    FittedPreparation preparation = PreparationFields.read(fields.groups(PREPARATION));
    List<String> preparedNames = PreparationFields.namesAfter(preparation, names);
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

  private static void checkNames(List<String> names, List<String> classNames) {
    Checks.atLeast(FEATURES, names.size(), 1);
    double[] zeros = new double[names.size()];
    Dataset row = Dataset.of(Rows.dense(1, zeros.length, i -> zeros), new double[1]);
    row.withFeatureNames(names.toArray(String[]::new));
    if (!classNames.isEmpty()) {
      row.withClassNames(classNames.toArray(String[]::new));
    }
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
