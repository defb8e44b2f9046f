package io.github.gradusml.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Fifty random networks of each kind; {@link RandomNetworks#main} has more. */
class RandomNetworksTest {
  private static final RandomCases ALL = RandomNetworks.of(0, 50);

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

  @Test
  void whoeverTakesTheLargerRateThatIsAdvisedComesFurther() {
    assertEquals(List.of(), ALL.overshot());
  }
}
