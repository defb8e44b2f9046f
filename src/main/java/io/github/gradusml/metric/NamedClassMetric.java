package io.github.gradusml.metric;

import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;

/**
 * A metric of one class with a name, of which larger is better.
 *
 * @param name what it is called
 * @param measure the number of each class
 */
record NamedClassMetric(String name, ClassMeasure measure) implements ClassMetric {
  @Override
  public boolean largerIsBetter() {
    return true;
  }

  @Override
  public double of(Scores scores) {
    return byItself(Checks.notNull("scores", scores).output()).of(scores);
  }

  @Override
  public void check(Output output, Dataset data) {
    byItself(Checks.notNull("output", output)).check(output, Checks.notNull("data", data));
  }

  /** What is measured where no class is named. */
  private Measure byItself(Output output) {
    if (output.classes() > 2 && measure.isMeanOfSeveral()) {
      return new ClassMeasures.Mean(measure, false);
    }
    String remedy = "Metric.f1().ofClass(0), or take a mean of all, as in Metric.f1().macro()";
    return new ClassMeasures.OfClass(measure, ActualClasses.positive(output.classes(), remedy));
  }

  @Override
  public Metric ofClass(int ofClass) {
    Checks.atLeast("ofClass", ofClass, 0);
    return larger(name + " of class " + ofClass, new ClassMeasures.OfClass(measure, ofClass));
  }

  @Override
  public Metric macro() {
    return larger("macro " + name, new ClassMeasures.Mean(measure, false));
  }

  @Override
  public Metric weighted() {
    return larger("weighted " + name, new ClassMeasures.Mean(measure, true));
  }

  private static Metric larger(String name, Measure measure) {
    return new NamedMetric(name, true, measure);
  }

  @Override
  public String toString() {
    return name;
  }
}
