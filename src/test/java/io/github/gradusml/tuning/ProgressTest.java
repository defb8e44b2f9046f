package io.github.gradusml.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private long seconds;
  private final List<String> lines = new ArrayList<>();

  private Progress progress(int all) {
    return new Progress(all, () -> seconds * 1_000_000_000, lines::add);
  }

  @Test
  void aLineEveryFiveSecondsSaysWhatIsDoneAndHowLongTheRestMayTake() {
    Progress progress = progress(40);
    for (int done = 0; done < 10; done++) {
      seconds += 2;
      progress.oneMoreDone();
    }
    assertEquals(
        List.of(
            "3 of 40 trainings done, 74 s left",
            "6 of 40 trainings done, 68 s left",
            "9 of 40 trainings done, 62 s left"),
        lines);
  }

  @Test
  void shortWorkIsSilent() {
    Progress progress = progress(2);
    seconds = 4;
    progress.oneMoreDone();
    seconds = 400;
    progress.oneMoreDone();
    assertEquals(List.of(), lines);
  }
}
