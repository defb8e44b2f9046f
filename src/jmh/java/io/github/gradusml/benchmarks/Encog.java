package io.github.gradusml.benchmarks;

import java.util.Arrays;
import org.encog.engine.network.activation.ActivationSigmoid;
import org.encog.ml.data.basic.BasicMLData;
import org.encog.ml.data.basic.BasicMLDataSet;
import org.encog.neural.error.CrossEntropyErrorFunction;
import org.encog.neural.networks.BasicNetwork;
import org.encog.neural.networks.layers.BasicLayer;
import org.encog.neural.networks.training.propagation.back.Backpropagation;

/**
 * Encog's back-propagation on a network without hidden layers (Apache License 2.0).
 *
 * <p>Without a penalty: its own comes in only with the update of a whole batch. Gradients are
 * summed over a batch, so the step is divided by its rows.
 */
final class Encog implements Contender {
  private final Workload workload;
  private final BasicNetwork network = new BasicNetwork();
  private final BasicMLDataSet rows = new BasicMLDataSet();

  Encog(Workload workload, Synthetic data) {
    this.workload = workload;
    network.addLayer(new BasicLayer(null, true, workload.columns()));
    network.addLayer(new BasicLayer(new ActivationSigmoid(), false, 1));
    network.getStructure().finalizeStructure();
    for (int i = 0; i < workload.rows(); i++) {
      rows.add(new BasicMLData(data.x()[i]), new BasicMLData(new double[] {data.y()[i]}));
    }
  }

  @Override
  public double[] train() {
    double[] weights = network.getFlat().getWeights();
    Arrays.fill(weights, 0);
    Backpropagation training =
        new Backpropagation(network, rows, Workload.ETA / workload.batch(), 0);
    training.setErrorFunction(new CrossEntropyErrorFunction());
    training.setBatchSize(workload.batch() == workload.rows() ? 0 : workload.batch());
    training.setThreadCount(1);
    training.iteration(workload.epochs());
    training.finishTraining();
    return weights.clone();
  }
}
