package io.github.gradusml.diagnosis;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Finding;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.tuning.CrossValidation;
import io.github.gradusml.tuning.GridSearch;
import io.github.gradusml.tuning.SearchResult;
import io.github.gradusml.tuning.Values;
import io.github.gradusml.update.UpdateStrategy;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rows that are too few to judge by, and searches that end where the best is. */
final class ValidationIllnesses {
  private static final Pattern ROWS = Pattern.compile("validation rows, (\\d+) or more");
  private static final Pattern VALUES =
      Pattern.compile(
          "with\\(\"(\\w+)\", Values\\.logarithmic\\(([^,]+), ([^,]+), (\\d+)\\), \\.\\.\\.\\)");

  static final List<Illness> ALL =
      List.of(
          new Illness(
              "NOISY_VALIDATION", ValidationIllnesses::noisy, ValidationIllnesses::withMoreRows),
          new Illness(
              "EDGE_OF_SEARCH", ValidationIllnesses::atEdge, ValidationIllnesses::searchedFurther));

  private ValidationIllnesses() {}

  /** A handful of validation rows, of a target with much noise. */
  private static Patient noisy(Random seeded) {
    Random random = RandomRows.mixed(seeded);
    int d = 1 + random.nextInt(6);
    int few = 2 + random.nextInt(14);
    double noise = 1 + random.nextDouble();
    double[][] x = RandomRows.standard(random, 800, d);
    boolean isNumber = random.nextBoolean();
    Dataset all =
        isNumber
            ? RandomRows.numbers(x, row -> row[0] + noise * random.nextGaussian())
            : RandomRows.classes(x, row -> row[0] + noise * random.nextGaussian(), 0);
    Dataset[] parts = RandomRows.split(all, 800 - few);
    Trainer trainer =
        UnitIllnesses.trainer(random, isNumber ? Loss.squaredError() : Loss.crossEntropy())
            .withLearningRate(LearningRate.constant(0.1));
    Activation activation = isNumber ? Activation.identity() : Activation.sigmoid();
    return Patient.of(trainer, Perceptron.zeros(d, activation), parts[0], parts[1]);
  }

  /** As many as the cure says, from the rows that were trained on. */
  private static Patient withMoreRows(Patient patient, Finding finding) {
    Matcher rows = ROWS.matcher(finding.cure());
    if (!rows.find()) {
      return patient;
    }
    int more = Integer.parseInt(rows.group(1));
    Dataset[] parts = RandomRows.split(patient.train(), patient.train().rows() - more);
    return patient.with(parts[0], parts[1]);
  }

  /** Rates that are all too small for so few epochs, or penalties that are all too weak. */
  private static Patient atEdge(Random seeded) {
    Random random = RandomRows.mixed(seeded);
    boolean isRate = random.nextBoolean();
    int d = isRate ? 2 + random.nextInt(6) : 15 + random.nextInt(10);
    int n = isRate ? 60 + random.nextInt(60) : 25 + random.nextInt(8);
    double noise = isRate ? 0.3 : 1.2; // of more, the largest penalty may be the best there is
    double[][] x = RandomRows.standard(random, n, d);
    Dataset rows = RandomRows.numbers(x, row -> row[0] - row[1] + noise * random.nextGaussian());
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(UpdateStrategy.batch())
            .withEpochs(isRate ? 20 + random.nextInt(30) : 200)
            .withSeed(random.nextLong())
            .withLearningRate(LearningRate.constant(0.1));
    double to = (isRate ? 0.002 : 0.01) * (1 + random.nextDouble());
    Values<Double> values =
        Values.logarithmic(to / (isRate ? 1000 : 100), to, 3 + random.nextInt(4));
    Perceptron start = Perceptron.zeros(d, Activation.identity());
    return searched(Patient.of(trainer, start, rows), isRate ? "rate" : "alpha", values);
  }

  private static Patient searchedFurther(Patient patient, Finding finding) {
    Matcher values = VALUES.matcher(finding.cure());
    return values.find()
        ? searched(
            patient,
            values.group(1),
            Values.logarithmic(
                Double.parseDouble(values.group(2)),
                Double.parseDouble(values.group(3)),
                Integer.parseInt(values.group(4))))
        : patient;
  }

  private static Patient searched(Patient patient, String setting, Values<Double> values) {
    BiFunction<Trainer, Double, Trainer> change =
        setting.equals("rate")
            ? (trainer, rate) -> trainer.withLearningRate(LearningRate.constant(rate))
            : (trainer, alpha) -> trainer.withRegularizer(Regularizer.l2(alpha));
    SearchResult<?> search = search(patient, patient.start(), setting, values, change);
    return new Patient(
        patient.trainer(),
        patient.start(),
        patient.train(),
        patient.validation(),
        EdgeOfSearchCheck.of(search));
  }

  private static <M extends Model<M>> SearchResult<?> search(
      Patient patient,
      Model<M> start,
      String setting,
      Values<Double> values,
      BiFunction<Trainer, Double, Trainer> change) {
    M first = start.withParameters(start.parameters());
    return GridSearch.of(
            patient.trainer().withoutLog(), CrossValidation.kFold(4), Metric.meanSquaredError())
        .with(setting, values, change)
        .withThreads(1)
        .run(first, patient.train());
  }
}
