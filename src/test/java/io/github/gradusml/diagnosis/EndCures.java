package io.github.gradusml.diagnosis;

import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Finding;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Does to a training what the calls in the text of a cure say. */
final class EndCures {
  private static final Pattern RATE =
      Pattern.compile("withLearningRate\\(LearningRate\\.constant\\(([^)]*)\\)\\)");
  private static final Pattern EPOCHS = Pattern.compile("withEpochs\\(([^)]*)\\)");

  private EndCures() {}

  /** The number in a call; empty where the text has no such call. */
  static OptionalDouble number(Pattern call, String text) {
    Matcher matcher = call.matcher(text);
    return matcher.find()
        ? OptionalDouble.of(Double.parseDouble(matcher.group(1)))
        : OptionalDouble.empty();
  }

  /** Standardized columns, another rate, more epochs, all rows an update: what the text asks. */
  static Patient asTold(Patient patient, Finding finding) {
    String cure = finding.cure();
    Patient treated = cure.contains("Standardizer.fit(data)") ? standardized(patient) : patient;
    Trainer trainer = treated.trainer();
    OptionalDouble rate = number(RATE, cure);
    if (rate.isPresent()) {
      trainer = trainer.withLearningRate(LearningRate.constant(rate.getAsDouble()));
    }
    OptionalDouble epochs = number(EPOCHS, cure);
    if (epochs.isPresent()) {
      trainer = trainer.withEpochs((int) epochs.getAsDouble());
    }
    if (cure.contains("withUpdates(UpdateStrategy.batch())")) {
      trainer = trainer.withUpdates(UpdateStrategy.batch());
    }
    if (cure.contains("Trainer.minimizing(Loss.hinge())")) {
      trainer =
          Trainer.minimizing(Loss.hinge())
              .withUpdates(trainer.updates())
              .withLearningRate(trainer.learningRate())
              .withEpochs(trainer.epochs())
              .withSeed(trainer.seed());
    }
    return treated.with(trainer);
  }

  private static Patient standardized(Patient patient) {
    Standardizer scaler = Standardizer.fit(patient.train());
    return patient.with(
        scaler.apply(patient.train()),
        patient.validation() == null ? null : scaler.apply(patient.validation()));
  }

  /** Squares and products of the features beside them, for a perceptron with as many weights. */
  static Patient withProducts(Patient patient) {
    Dataset rows = products(patient.train());
    Perceptron start = (Perceptron) patient.start();
    return standardized(
        new Patient(
            patient.trainer(),
            Perceptron.zeros(rows.features(), start.activation()),
            rows,
            null,
            patient.more()));
  }

  private static Dataset products(Dataset rows) {
    int d = rows.features();
    double[][] x = new double[rows.rows()][];
    for (int i = 0; i < x.length; i++) {
      double[] row = rows.row(i);
      double[] all = Arrays.copyOf(row, d + d * (d + 1) / 2);
      int k = d;
      for (int a = 0; a < d; a++) {
        for (int b = 0; b <= a; b++) {
          all[k++] = row[a] * row[b];
        }
      }
      x[i] = all;
    }
    return Dataset.of(x, rows.targets());
  }

  /** The same model with weights left to chance. */
  static Model<?> random(Model<?> model, long seed) {
    double[] theta = new Random(seed).doubles(model.parameters().length, -0.5, 0.5).toArray();
    return model.withParameters(theta);
  }
}
