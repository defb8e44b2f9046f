package io.github.gradusml.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private long seconds;
  private final List<String> lines = new ArrayList<>();

  private Progress progress(int all) {
    return new Progress(all, () -> seconds * 1_000_000_000);
  }

  @Test
  void aLineEveryFiveSecondsSaysWhatIsDoneAndHowLongTheRestMayTake() {
    Progress progress = progress(40);
    for (int done = 0; done < 10; done++) {
      seconds += 2;
      oneMoreDone(progress);
    }
    assertEquals(List.of("3 of 40, 74 s left", "6 of 40, 68 s left", "9 of 40, 62 s left"), lines);
  }

  @Test
  void shortWorkIsSilent() {
    Progress progress = progress(2);
    seconds = 4;
    oneMoreDone(progress);
    seconds = 400;
    oneMoreDone(progress);
    assertEquals(List.of(), lines);
  }

  private void oneMoreDone(Progress progress) {
    progress
        .oneMoreDone()
        .ifPresent(left -> lines.add(progress.count() + ", " + Progress.left(left)));
  }
}
