package io.github.gradusml.diagnosis;

import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Illnesses that {@code RowsChecks} looks for. */
final class RowsIllnesses {
  static final List<Illness> ALL =
      List.of(
          of("GIVEAWAY_COLUMN", RowsIllnesses::givenAway),
          of("UNSHUFFLED_ROWS", RowsIllnesses::unshuffled),
          of("UNSCALED_COLUMNS", RowsIllnesses::unscaled),
          of("UNBALANCED_CLASSES", RowsIllnesses::unbalanced),
          of("DUPLICATE_COLUMNS", RowsIllnesses::duplicate),
          of("COLLINEAR_COLUMNS", RowsIllnesses::collinear),
          of("CONSTANT_COLUMN", RowsIllnesses::constant));

  private RowsIllnesses() {}

  private static Illness of(String code, Function<Random, Patient> sick) {
    return new Illness(code, sick, RowsCures::apply);
  }

  /** A number between two, each order of magnitude as likely as the others. */
  private static double between(Random random, double low, double high) {
    return low * Math.pow(high / low, random.nextDouble());
  }

  private static double sign(Random random) {
    return random.nextBoolean() ? 1 : -1;
  }

  /** A column made from the target, in another unit and with noise that hardly matters. */
  private static Patient givenAway(Random random) {
    RandomTask task = RandomTask.of(random);
    double factor = sign(random) * between(random, 0.1, 10);
    double noise = random.nextBoolean() ? 0 : 0.01;
    task.insert(
        Arrays.stream(task.y).map(y -> factor * (y + noise * random.nextGaussian()) + 1).toArray());
    return task.patient();
  }

  /** Sorted by class or target, and taken in that order; some batches drop a short one. */
  private static Patient unshuffled(Random random) {
    RandomTask task = RandomTask.of(random);
    task.sort();
    UpdateStrategy shuffled =
        random.nextInt(3) == 0
            ? UpdateStrategy.stochastic()
            : UpdateStrategy.miniBatch(2 + random.nextInt(task.rows() / 6));
    task.updates = shuffled.withoutShuffling();
    return task.patient();
  }

  /** Some columns in a far larger or smaller unit, or far from 0. */
  private static Patient unscaled(Random random) {
    RandomTask task = RandomTask.of(random);
    int many = 1 + random.nextInt(task.x[0].length);
    boolean isShifted = random.nextInt(3) == 0;
    boolean isLarge = random.nextBoolean();
    for (int j = 0; j < many; j++) {
      double size = sign(random) * between(random, 40, 1e4);
      for (double[] row : task.x) {
        row[j] = isShifted ? row[j] + size : isLarge ? row[j] * size : row[j] / size;
      }
    }
    return task.patient();
  }

  /**
   * One class with 2 to 5% of the rows, in the midst of another and less than two deviations from
   * its middle: whoever weighs all rows alike is right to call few of them by their name.
   */
  private static Patient unbalanced(Random random) {
    RandomTask task = RandomTask.ofClasses(random, random.nextInt(3) == 0 ? 3 : 2);
    int n = task.rows();
    int rare = Math.max(5, (int) (n * (0.02 + 0.03 * random.nextDouble())));
    int rareClass = random.nextInt(task.classes);
    double distance = 1 + 0.8 * random.nextDouble();
    for (int i = 0; i < n; i++) {
      int common = (rareClass + 1 + random.nextInt(task.classes - 1)) % task.classes;
      Arrays.setAll(task.x[i], j -> random.nextGaussian());
      task.x[i][0] += i < rare ? distance : 0;
      task.x[i][1] += 3 * common;
      task.y[i] = i < rare ? rareClass : common;
    }
    return task.patient();
  }

  /** One or two columns that repeat another, in its own unit or another. */
  private static Patient duplicate(Random random) {
    RandomTask task = RandomTask.of(random);
    for (int k = 1 + random.nextInt(2); k > 0; k--) {
      double[] other = task.column(random.nextInt(task.x[0].length));
      boolean isEqual = random.nextBoolean();
      double factor = isEqual ? 1 : sign(random) * between(random, 0.3, 3);
      double shift = isEqual ? 0 : random.nextGaussian();
      task.insert(Arrays.stream(other).map(x -> factor * x + shift).toArray());
    }
    return task.patient();
  }

  /** A sum of two or three others, and at most a twentieth of noise; some have a penalty. */
  private static Patient collinear(Random random) {
    RandomTask task = RandomTask.of(random);
    double noise = between(random, 1e-4, 0.05);
    double[] a = task.column(0);
    double[] b = task.column(1);
    double[] c = task.column(2);
    double ofC = random.nextInt(2);
    double[] sum = new double[a.length];
    Arrays.setAll(
        sum, i -> (a[i] - b[i] + ofC * c[i] + noise * random.nextGaussian()) / Math.sqrt(2 + ofC));
    task.insert(sum);
    Patient patient = task.patient();
    Trainer trainer = patient.trainer();
    return switch (random.nextInt(4)) {
      case 0 -> patient.with(trainer.withRegularizer(Regularizer.l2(1e-6)));
      case 1 -> patient.with(trainer.withRegularizer(Regularizer.decoupled(1e-6)));
      default -> patient;
    };
  }

  /** One to three columns of one number each, some of which differ in their last digit. */
  private static Patient constant(Random random) {
    RandomTask task = RandomTask.of(random);
    for (int k = 1 + random.nextInt(3); k > 0; k--) {
      double[] column = new double[task.rows()];
      double value = random.nextInt(3) - 1;
      boolean isRounded = random.nextInt(3) == 0;
      Arrays.setAll(column, i -> isRounded ? (i % 2 == 0 ? 0.3 : 0.1 + 0.2) : value);
      task.insert(column);
    }
    return task.patient();
  }
}
