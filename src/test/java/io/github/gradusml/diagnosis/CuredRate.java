package io.github.gradusml.diagnosis;

import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Finding;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the learning rate that a cure names. */
final class CuredRate {
  private static final Pattern RATE = Pattern.compile("LearningRate\\.constant\\(([^)]*)\\)");

  private CuredRate() {}

  static Patient of(Patient patient, Finding finding) {
    Matcher rate = RATE.matcher(finding.cure());
    return rate.find()
        ? patient.with(
            patient
                .trainer()
                .withLearningRate(LearningRate.constant(Double.parseDouble(rate.group(1)))))
        : patient;
  }
}
