package io.github.gradusml.training;

import io.github.gradusml.core.Layers;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.stability.Descent;
import io.github.gradusml.update.UpdateStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What must hold before a training begins: that model, loss, settings and rows fit each other. */
final class FitChecks {
  private static final int FIRST_UPDATES = 10;

  private FitChecks() {}

  /** All but what only a beginning asks for. */
  static void all(TrainerSettings settings, Model<?> model, Dataset data, Dataset validation) {
    layers(model);
    rows(settings, model, "data", data);
    if (validation != null) {
      rows(settings, model, "validation", validation);
      data.checkSameColumns("data", "validation", validation);
    }
    Dataset measured = validation == null ? data : validation;
    settings.metrics.forEach(metric -> metric.check(model.output(), measured));
    settings(settings, validation != null);
    penalties(settings, model);
    strategy(settings.updates, data.rows());
  }

  private static void rows(TrainerSettings settings, Model<?> model, String name, Dataset rows) {
    Checks.noTexts(name, rows.features());
    Checks.features(name, rows.features(), model.features());
    rows.checkTargets(settings.loss, model.output());
  }

  /** A model may be somebody's own. */
  private static void layers(Model<?> model) {
    Layers layers = Checks.notNull("layers", model.layers(1));
    Checks.notNull("output", model.output());
    Checks.noneNull("blocks", model.blocks());
    Checks.notNull("parameters", model.parameters());
    if (layers.outputs() != model.output().outputs()) {
      throw new IllegalArgumentException(
          "layers must have as many outputs as the model's output, "
              + model.output().outputs()
              + ", but have "
              + layers.outputs());
    }
    long first = (long) model.features() * layers.inputs();
    long end = 0;
    for (ParameterBlock block : model.blocks()) {
      if (block.from() != end) {
        throw new IllegalArgumentException(
            "blocks must follow each other without gaps, but were " + model.blocks());
      }
      end = block.to();
    }
    int parameters = model.parameters().length;
    if (parameters != end) {
      throw new IllegalArgumentException(
          "parameters must be as many as the blocks hold, " + end + ", but were " + parameters);
    }
    long above = parameters - first;
    if (layers.addOnlyBias()
        && (layers.inputs() != layers.outputs() || above != 0 && above != layers.outputs())) {
      throw new IllegalArgumentException(
          "layers that add only a bias must have as many outputs as inputs, and one parameter for"
              + " each or none, but have "
              + layers.inputs()
              + " inputs, "
              + layers.outputs()
              + " outputs and "
              + above
              + " parameters");
    }
    ParameterBlock block = Descent.firstWeights(model);
    if (block.from() != 0 || block.to() != first) {
      throw new IllegalArgumentException(
          "first block must hold the weights of the first layer, features × inputs of the layers = "
              + first
              + " parameters from 0 on, but was "
              + block);
    }
  }

  static void bothClasses(TrainerSettings settings, Model<?> model, Dataset data) {
    double[] kinds = data.targetKinds();
    boolean areClasses = settings.loss.separatesClasses() || model.output().outputs() > 1;
    if (!areClasses || kinds.length > 1) {
      return;
    }
    boolean ofTwo = model.output().classes() == 2;
    long counted = IntStream.range(0, data.rows()).filter(i -> data.weight(i) > 0).count();
    throw new IllegalArgumentException(
        "targets must hold "
            + (ofTwo ? "both classes" : "two classes or more")
            + " to be told apart with "
            + settings.loss
            + ", but all "
            + counted
            + " are "
            + kinds[0]
            + "; take rows of "
            + (ofTwo ? "both" : "each")
            + ", as Split.stratified does, or, to go on with rows of one class, use resume, or"
            + " begin");
  }

  static void penalties(TrainerSettings settings, Model<?> model) {
    List<String> names = new ArrayList<>();
    for (ParameterBlock block : model.blocks()) {
      if (block.penalized()) {
        names.add(block.name());
        shrinking(settings, settings.regularizerOf(block));
      }
    }
    for (String name : settings.blockRegularizers.keySet()) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException(
            "block of a regularizer must be one of the model's blocks of weights, "
                + Texts.some(names)
                + ", but was "
                + Texts.quoted(name)
                + "; biases have none");
      }
    }
  }

  private static void shrinking(TrainerSettings settings, Regularizer regularizer) {
    Checks.atLeast("stateVectors of " + regularizer, regularizer.stateVectors(), 0);
    if (regularizer.shrinks() && !settings.optimizer.allowsShrinking()) {
      throw new IllegalArgumentException(
          "regularizer "
              + regularizer
              + " needs Optimizer.gradientDescent(): its proximal step would shrink by the wrong"
              + " amount behind "
              + settings.optimizer
              + "; take L2 or decoupled decay, or plain gradient descent");
    }
  }

  static int lastEpoch(TrainerSettings settings, int done) {
    if (settings.epochs > Integer.MAX_VALUE - done) {
      throw new IllegalArgumentException(
          "epochs must be at most "
              + (Integer.MAX_VALUE - done)
              + " after the "
              + done
              + " already done, but was "
              + settings.epochs);
    }
    return done + settings.epochs;
  }

  static void settings(TrainerSettings settings, boolean validated) {
    Checks.atLeast("stateVectors of " + settings.optimizer, settings.optimizer.stateVectors(), 0);
    EarlyStopping rule = settings.earlyStopping;
    if (rule != null && rule.onValidation() && !validated) {
      throw new IllegalArgumentException(
          "early stopping on validation loss needs validation rows: fit(model, data, validation),"
              + " or, across folds, CrossValidation.withEarlyStoppingShare(0.2)");
    }
    boolean asked = !settings.metrics.isEmpty() || !settings.listeners.isEmpty();
    if (settings.historyDetail == HistoryDetail.NONE && asked) {
      throw new IllegalArgumentException(
          "history must be FINAL, EPOCH or UPDATE for metrics and listeners, which would never be"
              + " asked, but was NONE");
    }
    if (settings.historyDetail.atLeast(HistoryDetail.EPOCH)) {
      return;
    }
    if (rule != null || settings.tolerance > 0) {
      throw new IllegalArgumentException(
          "history must be EPOCH or UPDATE for early stopping and tolerance, which look at every"
              + " epoch, but was "
              + settings.historyDetail);
    }
    if (settings.learningRate.reacts()) {
      throw new IllegalArgumentException(
          "history must be EPOCH or UPDATE for a learning rate that looks at every epoch, "
              + settings.learningRate
              + ", but was "
              + settings.historyDetail);
    }
  }

  /** A strategy may be somebody's own. */
  static void strategy(UpdateStrategy strategy, int rows) {
    int size = strategy.batchSize(rows);
    if (size < 1 || size > rows) {
      throw new IllegalArgumentException(
          "batchSize must be from 1 to the number of rows, "
              + rows
              + ", but "
              + strategy
              + " gave "
              + size);
    }
    int updates = strategy.updatesPerEpoch(rows);
    int most = (rows - 1) / size + 1;
    if (updates < 1 || updates > most) {
      throw new IllegalArgumentException(
          "updatesPerEpoch must be from 1 to "
              + most
              + " for "
              + rows
              + " rows in batches of "
              + size
              + ", but "
              + strategy
              + " gave "
              + updates);
    }
  }

  static void sameOptimizer(TrainerSettings settings, Checkpoint end) {
    if (!settings.optimizer.equals(end.optimizer())) {
      throw new IllegalArgumentException(
          "optimizer must be the one of the training to resume, "
              + end.optimizer()
              + ", but was "
              + settings.optimizer);
    }
  }

  /** Fewer updates than these few leave too little time to diverge; 0 then. */
  static double smallestOfFirstRates(TrainerSettings settings, Dataset data) {
    int updatesPerEpoch = settings.updates.updatesPerEpoch(data.rows());
    long updates = Math.min(FIRST_UPDATES, (long) settings.epochs * updatesPerEpoch);
    if (updates < FIRST_UPDATES) {
      return 0;
    }
    double smallest = Double.POSITIVE_INFINITY;
    for (int t = 0; t < updates; t++) {
      double eta = settings.learningRate.at(t, (double) t / updatesPerEpoch);
      smallest = Math.min(smallest, eta);
    }
    return smallest;
  }
}
