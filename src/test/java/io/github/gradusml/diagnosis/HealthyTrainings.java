package io.github.gradusml.diagnosis;

import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * Trainings that have none of the illnesses, by how they are made: columns standardized and
 * independent, as many rows as make it impossible to learn them by heart, noise that nothing can
 * explain, a rate well below the largest stable one, and epochs enough to arrive.
 */
final class HealthyTrainings {
  private static final List<Function<Random, HealthyTask>> TASKS =
      List.of(
          HealthyTasks::numbers,
          HealthyTasks::numbers,
          HealthyTasks::counts,
          HealthyTasks::twoClasses,
          HealthyTasks::twoClasses,
          HealthyTasks::separable,
          HealthyTasks::manyClasses,
          HealthyOthers::network,
          HealthyOthers::bundled);

  private HealthyTrainings() {}

  static Patient healthy(Random random) {
    HealthyTask all = TASKS.get(random.nextInt(TASKS.size())).apply(random);
    HealthyTask task = random.nextInt(3) == 0 ? all.withoutValidation() : all;
    return Patient.of(
        HealthyTrainers.of(random, task), task.start(), task.train(), task.validation());
  }
}
