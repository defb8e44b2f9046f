package io.github.gradusml.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.optimisers.SGD;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Tribuo's LinearSGDTrainer (Apache License 2.0).
 *
 * <p>It has no penalty, and a net input for each of the two classes. Their difference is the net
 * input of a logistic regression, and moves by both steps, so half the step gives the same weights.
 * Gradients are summed over a batch and then multiplied by its rows, so the step is divided by
 * their square too.
 */
final class Tribuo implements Contender {
  /** It tells of every training; held here, so that it is not collected with its level. */
  private static final Logger LOG = Logger.getLogger("org.tribuo");

  private final MutableDataset<Label> rows;
  private final LinearSGDTrainer trainer;

  Tribuo(Workload workload, Synthetic data) {
    LOG.setLevel(Level.WARNING);
    LabelFactory labels = new LabelFactory();
    rows = new MutableDataset<>(new SimpleDataSourceProvenance("synthetic", labels), labels);
    // Tribuo numbers the features in the order of their names.
    String[] names = new String[workload.columns()];
    Arrays.setAll(names, j -> String.format(Locale.ROOT, "x%06d", j));
    Label[] classes = {new Label("0"), new Label("1")};
    for (int i = 0; i < workload.rows(); i++) {
      Example<Label> example = new ArrayExample<>(classes[(int) data.y()[i]], names, data.x()[i]);
      rows.add(example);
    }
    SGD optimizer = SGD.getSimpleSGD(Workload.ETA / 2 / workload.batch() / workload.batch());
    trainer =
        new LinearSGDTrainer(
            new LogMulticlass(), optimizer, workload.epochs(), -1, workload.batch(), 1);
    trainer.setShuffle(workload.shuffled());
  }

  @Override
  public double[] train() {
    LinearSGDModel model = trainer.train(rows);
    DenseMatrix weights = model.getWeightsCopy();
    int zero = model.getOutputIDInfo().getID(new Label("0"));
    double[] theta = new double[weights.getDimension2Size()];
    Arrays.setAll(theta, j -> weights.get(1 - zero, j) - weights.get(zero, j));
    return theta;
  }
}
