package io.github.gradusml.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.SparseCopy;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Network;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.Training;
import io.github.gradusml.update.UpdateStrategy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A step of sparse rows: the numbers of dense ones, for the columns that the rows meet. */
class SparseStepTest {
  private static final int D = 23;
  private static final Dataset DENSE = SparseCopy.mostlyZeros(30, D, 4);
  private static final Dataset SPARSE = SparseCopy.of(DENSE);

  private static Trainer trainer(Regularizer regularizer, Optimizer optimizer) {
    return Trainer.minimizing(Loss.crossEntropy())
        .withUpdates(UpdateStrategy.miniBatch(4))
        .withLearningRate(LearningRate.constant(0.25))
        .withRegularizer(regularizer)
        .withOptimizer(optimizer)
        .withEpochs(2)
        .withSeed(3);
  }

  static List<Arguments> trainings() {
    Perceptron one = Perceptron.random(D, Activation.sigmoid(), 1);
    Network three = Network.of(D, Output.softmax(2)).random(2);
    Network hidden =
        Network.of(D, Output.of(Activation.sigmoid())).withHidden(4, Activation.tanh()).random(3);
    Optimizer plain = Optimizer.gradientDescent();
    return List.of(
        Arguments.of(trainer(Regularizer.none(), plain), one),
        Arguments.of(trainer(Regularizer.l2(0.01), Optimizer.momentum(0.9)), one.withoutBias()),
        Arguments.of(trainer(Regularizer.l1(0.01), plain), three),
        Arguments.of(trainer(Regularizer.l2(0.01), Optimizer.adam()), hidden));
  }

  /** A batch so large that its rows are added up part by part. */
  @Test
  void theGradientOfALargeBatchIsThatOfTheTraining() {
    Dataset rows = SparseCopy.of(SparseCopy.mostlyZeros(5000, 200, 4));
    Trainer trainer =
        trainer(Regularizer.l2(0.01), Optimizer.gradientDescent())
            .withUpdates(UpdateStrategy.batch());
    Perceptron start = Perceptron.random(200, Activation.sigmoid(), 1);
    Training<Perceptron> training = trainer.begin(start, rows);
    training.update();
    double[] gradient = ExplainedStep.ofUpdate(trainer, start, rows, 1).gradient();
    assertArrayEquals(training.gradient(), gradient);
  }

  @ParameterizedTest
  @MethodSource("trainings")
  <M extends Model<M>> void itsNumbersAreThoseOfTheTrainingAndOfDenseRows(
      Trainer trainer, M start) {
    Training<M> training = trainer.begin(start, SPARSE);
    for (int t = 1; t <= 10; t++) {
      ExplainedStep dense = ExplainedStep.ofUpdate(trainer, start, DENSE, t);
      ExplainedStep sparse = ExplainedStep.ofUpdate(trainer, start, SPARSE, t);
      training.update();
      assertArrayEquals(training.parameters(), sparse.after());
      assertArrayEquals(dense.after(), sparse.after());
      assertArrayEquals(dense.gradient(), sparse.gradient());
      assertEquals(dense.objectiveAfter(), sparse.objectiveAfter());
      List<String> listed = sparse.parameters().stream().map(ExplainedParameter::name).toList();
      assertEquals(
          dense.parameters().stream().filter(way -> listed.contains(way.name())).toList(),
          sparse.parameters());
      dense.parameters().stream()
          .filter(way -> !listed.contains(way.name()))
          .forEach(way -> assertEquals(0, way.lossGradient()));
      assertSameRows(dense.rows(), sparse.rows());
    }
  }

  static List<Regularizer> penalties() {
    return List.of(
        Regularizer.none(),
        Regularizer.l2(0.01),
        Regularizer.l1(0.01),
        Regularizer.elasticNet(0.01, 0.5),
        Regularizer.decoupled(0.01));
  }

  @ParameterizedTest
  @MethodSource("penalties")
  void rowByRowTheNewWeightsAreThoseOfTheTraining(Regularizer penalty) {
    Trainer trainer =
        trainer(penalty, Optimizer.gradientDescent()).withUpdates(UpdateStrategy.stochastic());
    Perceptron start = Perceptron.random(D, Activation.sigmoid(), 1);
    Training<Perceptron> training = trainer.begin(start, SPARSE);
    for (int t = 1; t <= 40; t++) {
      training.update();
      assertArrayEquals(
          training.parameters(), ExplainedStep.ofUpdate(trainer, start, SPARSE, t).after());
    }
  }

  private static void assertSameRows(List<ExplainedRow> dense, List<ExplainedRow> sparse) {
    for (int i = 0; i < dense.size(); i++) {
      assertArrayEquals(dense.get(i).x(), sparse.get(i).x());
      assertArrayEquals(dense.get(i).gradient(), sparse.get(i).gradient());
      for (int l = 1; l <= dense.get(i).layers(); l++) {
        List<ExplainedUnit> all = dense.get(i).units(l);
        List<ExplainedUnit> some = sparse.get(i).units(l);
        for (int u = 0; u < all.size(); u++) {
          assertEquals(all.get(u).netInput(), some.get(u).netInput());
          assertEquals(all.get(u).delta(), some.get(u).delta());
          assertEquals(
              all.get(u).terms().stream().filter(term -> term.input() != 0).toList(),
              some.get(u).terms().stream().filter(term -> term.input() != 0).toList());
        }
      }
    }
  }

  /** Of a million columns, two rows meet three. */
  @Test
  void theTextListsTheColumnsThatTheRowsMeetAndSaysHowManyThereAre() {
    Rows rows =
        Rows.sparse(1_000_000)
            .add(new int[] {7, 70_001}, new double[] {1, 0.5})
            .add(new int[] {7, 999_999}, new double[] {2, 4})
            .build();
    Dataset two = Dataset.of(rows, new double[] {0, 1});
    ExplainedStep step =
        ExplainedStep.of(
            trainer(Regularizer.l2(0.01), Optimizer.gradientDescent()),
            Perceptron.zeros(1_000_000, Activation.sigmoid()),
            two);
    assertEquals(
        List.of("w[x7]", "w[x70001]", "w[x999999]", "b"),
        step.parameters().stream().map(ExplainedParameter::name).toList());
    assertEquals(1_000_001, step.after().length);
    assertEquals(2, step.rows().get(1).units(1).get(0).terms().size());
    String text = step.toText();
    String words = text.replaceAll("\\s+", " ");
    assertTrue(words.contains("Of the 1000000 columns, only those are listed"), text);
    assertTrue(text.contains("w[x70001]"), text);
    assertTrue(text.lines().count() < 120, text);
    assertTrue(step.toMarkdown().contains("model.netInput(indices, values)"));
  }

  /** One row of several classes, without and with a hidden layer, is told as well. */
  @Test
  void rowsOfNetworksAreTold() {
    trainings()
        .forEach(
            one -> {
              Model<?> start = (Model<?>) one.get()[1];
              assertTrue(text((Trainer) one.get()[0], start).contains("w"));
            });
  }

  private static <M extends Model<M>> String text(Trainer trainer, Model<M> start) {
    return ExplainedStep.ofUpdate(trainer, start.withParameters(start.parameters()), SPARSE, 3)
        .toText();
  }
}
