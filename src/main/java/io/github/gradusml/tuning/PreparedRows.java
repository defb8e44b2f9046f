package io.github.gradusml.tuning;

import io.github.gradusml.data.Dataset;
import java.util.function.UnaryOperator;

/**
 * Rows to train on, prepared, with the preparation that was fitted to them.
 *
 * @param preparation what it does to other rows
 * @param train the rows to train on, prepared
 * @param stopping the rows to stop early by, prepared; null for none
 */
record PreparedRows(UnaryOperator<Dataset> preparation, Dataset train, Dataset stopping) {}
