package io.github.gradusml.diagnosis;

import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;

/**
 * What a healthy training learns: rows with standardized, independent columns, and a model that is
 * neither too small nor too large for them.
 *
 * @param start where training begins
 * @param train rows to train on
 * @param validation others; null for none
 * @param steepest the largest curvature of the loss over the net input; 0 where it has a kink
 * @param flattest the mean curvature near the minimum, roughly: what the penalty is measured by
 * @param noise the standard deviation of the gradient on a column that does not matter; 0 where
 *     every column matters
 */
record HealthyTask(
    Loss loss,
    Model<?> start,
    Dataset train,
    Dataset validation,
    double steepest,
    double flattest,
    double noise) {

  HealthyTask withoutValidation() {
    return new HealthyTask(loss, start, train, null, steepest, flattest, noise);
  }

  boolean hasKink() {
    return steepest == 0;
  }

  boolean isLine() {
    return start.layers(1).addOnlyBias();
  }
}
