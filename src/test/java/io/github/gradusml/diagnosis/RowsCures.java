package io.github.gradusml.diagnosis;

import io.github.gradusml.core.Model;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FeatureSelection;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.network.Architecture;
import io.github.gradusml.network.HiddenLayer;
import io.github.gradusml.network.Network;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Finding;
import io.github.gradusml.update.UpdateStrategy;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Does what the cure of a finding on rows says, by its text and nothing else. */
final class RowsCures {
  private static final Pattern WITHOUT =
      Pattern.compile("FeatureSelection\\.without\\(train, ((\"[^\"]*\"(, )?)+)\\)");
  private static final Pattern L2 =
      Pattern.compile("withRegularizer\\(Regularizer\\.l2\\(([^)]*)\\)\\)");
  private static final Pattern UPDATES =
      Pattern.compile("withUpdates\\(UpdateStrategy\\.(stochastic|miniBatch)\\((\\d*)\\)");

  private RowsCures() {}

  static Patient apply(Patient patient, Finding finding) {
    String cure = finding.cure();
    Matcher without = WITHOUT.matcher(cure);
    Matcher l2 = L2.matcher(cure);
    Matcher updates = UPDATES.matcher(cure);
    if (without.find()) {
      String[] names =
          Stream.of(without.group(1).split(", "))
              .map(s -> s.replace("\"", ""))
              .toArray(String[]::new);
      return prepared(patient, FeatureSelection.without(patient.train(), names));
    }
    if (l2.find()) {
      double alpha = Double.parseDouble(l2.group(1));
      return patient.with(patient.trainer().withRegularizer(Regularizer.l2(alpha)));
    }
    if (updates.find()) {
      return patient.with(
          patient
              .trainer()
              .withUpdates(
                  updates.group(2).isEmpty()
                      ? UpdateStrategy.stochastic()
                      : UpdateStrategy.miniBatch(Integer.parseInt(updates.group(2)))));
    }
    if (cure.contains("train.withBalancedClasses()")) {
      return patient.with(patient.train().withBalancedClasses(), patient.validation());
    }
    if (cure.contains("Standardizer.fit(train).apply(train)")) {
      return prepared(patient, Standardizer.fit(patient.train()));
    }
    return patient;
  }

  private static Patient prepared(Patient patient, FittedPreparation preparation) {
    Dataset validation = patient.validation();
    Dataset train = preparation.apply(patient.train());
    return patient
        .with(train, validation == null ? null : preparation.apply(validation))
        .withStart(ofWidth(patient.start(), train.features()));
  }

  private static Model<?> ofWidth(Model<?> start, int features) {
    if (features == start.features()) {
      return start;
    }
    if (start instanceof Perceptron perceptron) {
      Perceptron zeros = Perceptron.zeros(features, perceptron.activation());
      return perceptron.hasBias() ? zeros : zeros.withoutBias();
    }
    Architecture old = ((Network) start).architecture();
    Architecture narrow = Network.of(features, old.output());
    for (HiddenLayer layer : old.hiddenLayers()) {
      narrow = narrow.withHidden(layer.units(), layer.activation());
    }
    return narrow.random(1);
  }
}
