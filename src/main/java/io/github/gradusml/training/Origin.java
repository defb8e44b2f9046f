package io.github.gradusml.training;

import io.github.gradusml.core.Model;
import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Fields;
import io.github.gradusml.internal.Fingerprint;
import io.github.gradusml.internal.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a training was begun with: its settings, its first model and its rows. A checkpoint has it,
 * and what is resumed must have the same.
 *
 * @param settings what is set, by name
 * @param start the model
 * @param data the rows trained on
 * @param validation the rows measured with; null for none
 */
record Origin(Fields settings, Fields start, Fields data, Fields validation) {
  static final String SETTINGS = "settings";
  static final String START = "start";
  static final String DATA = "data";
  static final String VALIDATION = "validation";

  private static final String MODEL = "model";
  private static final String BLOCKS = "blocks";
  private static final String PARAMETERS = "parameters";

  static Origin of(TrainerSettings settings, Model<?> start, Dataset data, Dataset validation) {
    return new Origin(
        texts(settings),
        model(start),
        RowsFingerprint.of(data),
        validation == null ? null : RowsFingerprint.of(validation));
  }

  private static Fields texts(TrainerSettings settings) {
    Fields fields = Fields.none();
    settings
        .texts()
        .forEach(
            (name, text) -> {
              if (!name.equals("epochs")) {
                fields.with(name, SameText.of(text));
              }
            });
    fields.with("history", settings.historyDetail.toString());
    if (!settings.metrics.isEmpty()) {
      fields.with("metrics", settings.metrics.stream().map(metric -> metric.name()).toList());
    }
    return fields;
  }

  /** What a model says of itself with parameters of 0: its kind, its shape, its activations. */
  private static Fields model(Model<?> start) {
    double[] parameters = start.parameters();
    Object zeros = start.withParameters(new double[parameters.length]);
    List<String> told = new ArrayList<>();
    told.add(start.getClass().getSimpleName());
    told.add(SameText.of(start.output()));
    SameText.of(zeros).lines().forEach(told::add);
    return Fields.none()
        .with(MODEL, told)
        .with(BLOCKS, start.blocks().stream().map(ParameterBlock::toString).toList())
        .with(PARAMETERS, new Fingerprint().with(parameters).with(start.output().cut()).text());
  }

  void addTo(Fields file) {
    file.with(SETTINGS, settings).with(START, start).with(DATA, data);
    if (validation != null) {
      file.with(VALIDATION, validation);
    }
  }

  /** Fails unless a checkpoint is of a training that was begun with the same. */
  void check(Fields file) {
    checkSettings(file.fields(SETTINGS));
    checkStart(file.fields(START));
    RowsFingerprint.check(DATA, file.fields(DATA), data);
    if (file.has(VALIDATION) != (validation != null)) {
      throw new IllegalArgumentException(
          validation == null
              ? "validation must be the rows that the checkpoint was made with, but was not given"
              : "validation must not be given, as to the training of the checkpoint, but was");
    }
    if (validation != null) {
      RowsFingerprint.check(VALIDATION, file.fields(VALIDATION), validation);
    }
  }

  private void checkSettings(Fields saved) {
    Set<String> names = new LinkedHashSet<>(settings.names());
    names.addAll(saved.names());
    for (String name : names) {
      String was = setting(saved, name);
      String is = setting(settings, name);
      if (!SameText.areSame(was, is)) {
        throw new IllegalArgumentException(
            Texts.brief(name)
                + " must be "
                + Texts.brief(was)
                + ", as in the checkpoint, but was "
                + Texts.brief(is)
                + "; of a trainer's settings only epochs, threads, log, listeners and checkpoints may"
                + " change on the way");
      }
    }
  }

  private static String setting(Fields fields, String name) {
    if (!fields.has(name)) {
      return "not set";
    }
    return name.equals("metrics") ? fields.texts(name).toString() : fields.text(name);
  }

  private void checkStart(Fields saved) {
    same(saved.texts(MODEL), start.texts(MODEL));
    same(saved.texts(BLOCKS), start.texts(BLOCKS));
    if (!saved.text(PARAMETERS).equals(start.text(PARAMETERS))) {
      throw new IllegalArgumentException(
          "start must be the model that the training began with, but has other weights, or another cut; give the"
              + " one that fit was given, not what came of it");
    }
  }

  /** Of two tables, the first lines that differ are told. */
  private static void same(List<String> was, List<String> is) {
    int lines = Math.max(was.size(), is.size());
    for (int k = 0; k < lines; k++) {
      String before = k < was.size() ? was.get(k) : "less";
      String now = k < is.size() ? is.get(k) : "less";
      if (!SameText.areSame(before, now)) {
        throw new IllegalArgumentException(
            "start must be the model that the training began with, "
                + Texts.brief(before)
                + ", but was "
                + Texts.brief(now));
      }
    }
  }
}
