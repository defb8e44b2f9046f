package io.github.gradusml.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Two hundred random trainings of each kind; {@link RandomTrainings#main} has more. */
class RandomTrainingsTest {
  private static final RandomCases ALL = RandomTrainings.of(0, 200);

  @Test
  void everyTrainingThatDivergesIsTold() {
    assertEquals(List.of(), ALL.untold());
  }

  @Test
  void noHealthyTrainingIsAccused() {
    assertEquals(List.of(), ALL.accused());
  }

  @Test
  void whoeverDoesAsAdvisedDoesNotFailAgain() {
    assertEquals(List.of(), ALL.misled());
  }
}
