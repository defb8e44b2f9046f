package io.github.gradusml.tuning;

/**
 * What came of training on one fold.
 *
 * @param training the score on the rows trained on
 * @param validation the score on the rows held out
 * @param failure why there are no scores; null where there are
 * @param seconds how long it took
 */
record FoldScore(double training, double validation, RuntimeException failure, double seconds) {}
