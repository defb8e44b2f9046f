/**
 * Perceptrons and gradient descent, one step at a time.
 *
 * <p>The article that these pages speak of, and whose order they follow, is N. Narasimhan, <a
 * href="https://medium.com/analytics-vidhya/artificial-neural-networks-an-intuitive-approach-part-2-7c60737cf332"><em>Artificial
 * Neural Networks: An Intuitive Approach, Part 2</em></a>, Analytics Vidhya on Medium. Everything
 * can be used without it.
 *
 * <p>Read the packages in this order: core, data, text, metric, update, regularization, rate,
 * optimizer, network, stability, training, pipeline, rangetest, tuning, step, landscape, diagnosis,
 * plot, report. Each uses only those before it; below them all lies rows, how numbers lie in
 * memory.
 *
 * <p>One {@code requires io.github.gradusml} is all that a user's module needs; who saves pictures
 * as PNG, or shows them, has {@code java.desktop} besides.
 */
// commons-math3 carries no module name: it comes from the name of its jar.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.github.gradusml {
  requires transitive commons.math3;
  requires com.fasterxml.jackson.core;
  requires de.siegmar.fastcsv;
  requires org.slf4j;
  requires static java.desktop;

  exports io.github.gradusml.rows;
  exports io.github.gradusml.core;
  exports io.github.gradusml.data;
  exports io.github.gradusml.text;
  exports io.github.gradusml.metric;
  exports io.github.gradusml.update;
  exports io.github.gradusml.regularization;
  exports io.github.gradusml.rate;
  exports io.github.gradusml.optimizer;
  exports io.github.gradusml.network;
  exports io.github.gradusml.stability;
  exports io.github.gradusml.training;
  exports io.github.gradusml.pipeline;
  exports io.github.gradusml.rangetest;
  exports io.github.gradusml.tuning;
  exports io.github.gradusml.step;
  exports io.github.gradusml.landscape;
  exports io.github.gradusml.diagnosis;
  exports io.github.gradusml.plot;
  exports io.github.gradusml.report;
}
