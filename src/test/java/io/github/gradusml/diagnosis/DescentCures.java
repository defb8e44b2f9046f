package io.github.gradusml.diagnosis;

import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Finding;
import io.github.gradusml.training.Trainer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Does to a trainer what a cure says: the calls of its first sentence, up to "or". */
final class DescentCures {
  private static final Pattern CALL =
      Pattern.compile(
          "withLearningRate\\(LearningRate\\.(constant|cosine)\\(([^)]*)\\)(?:\\.perEpoch\\(\\))?\\)"
              + "|withEpochs\\((\\d+)\\)"
              + "|withRegularizer\\((?:\"([^\"]+)\", )?Regularizer\\.(\\w+)\\(([^)]*)\\)\\)");

  private DescentCures() {}

  static Patient cured(Patient patient, Finding finding) {
    Trainer trainer = patient.trainer();
    Matcher call = CALL.matcher(finding.cure().split(", or ")[0]);
    while (call.find()) {
      if (call.group(1) != null) {
        trainer = trainer.withLearningRate(rate(call.group(1), numbers(call.group(2))));
      } else if (call.group(3) != null) {
        trainer = trainer.withEpochs(Integer.parseInt(call.group(3)));
      } else {
        Regularizer penalty = penalty(call.group(5), numbers(call.group(6)));
        trainer =
            call.group(4) == null
                ? trainer.withRegularizer(penalty)
                : trainer.withRegularizer(call.group(4), penalty);
      }
    }
    return patient.with(trainer);
  }

  private static double[] numbers(String list) {
    return Pattern.compile(", ")
        .splitAsStream(list)
        .filter(number -> !number.isEmpty())
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  private static LearningRate rate(String name, double[] of) {
    return name.equals("constant")
        ? LearningRate.constant(of[0])
        : LearningRate.cosine(of[0], of[1], of[2]).perEpoch();
  }

  private static Regularizer penalty(String name, double[] of) {
    return switch (name) {
      case "none" -> Regularizer.none();
      case "l1" -> Regularizer.l1(of[0]);
      case "l1Cumulative" -> Regularizer.l1Cumulative(of[0]);
      case "l1Subgradient" -> Regularizer.l1Subgradient(of[0]);
      case "l2" -> Regularizer.l2(of[0]);
      case "elasticNet" -> Regularizer.elasticNet(of[0], of[1]);
      case "decoupled" -> Regularizer.decoupled(of[0]);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
