/**
 * Rows to learn from: datasets, CSV and svmlight files, splits and standardized inputs; the
 * article's section 3, Standardize input data, and what every section needs.
 *
 * <p>Read {@link io.github.gradusml.data.Dataset} first, then {@link
 * io.github.gradusml.data.Standardizer}, {@link io.github.gradusml.data.Split}; where targets are
 * numbers, {@link io.github.gradusml.data.TargetStandardizer}. These and {@link
 * io.github.gradusml.data.FeatureSelection} are each a {@link
 * io.github.gradusml.data.FittedPreparation}, which can be put one behind another. How means and
 * deviations come about is in {@code Moments}, {@code Distances} and {@code RunningSums}, in this
 * order. {@link io.github.gradusml.data.Datasets} has four real datasets, and {@link
 * io.github.gradusml.data.CsvReader} reads yours; where rows are sparse, {@link
 * io.github.gradusml.data.SvmlightReader} does, and {@link io.github.gradusml.data.SvmlightWriter}
 * writes them.
 *
 * <pre>{@code
 * Split split = Split.stratified(Datasets.breastCancer(), 0.8, 42);
 * Standardizer scaler = Standardizer.fit(split.train());
 * Dataset train = scaler.apply(split.train());
 * Dataset test = scaler.apply(split.test());
 * }</pre>
 */
package io.github.gradusml.data;
