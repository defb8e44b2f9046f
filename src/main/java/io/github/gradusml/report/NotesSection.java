package io.github.gradusml.report;

import java.util.ArrayList;
import java.util.List;

/** How the numbers are to be read. */
final class NotesSection {
  private NotesSection() {}

  static Section of(Findings findings) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "A standard error says how far a number may be from what it would be on very many rows like"
            + " these: two times out of three it is less than one standard error away, 19 times out"
            + " of 20 less than two. It was found by drawing the test rows "
            + Bootstrap.RESAMPLES
            + " times with repetition (bootstrap), and holds for rows like these, not for other"
            + " places, years or instruments. One of 0 says only that no row differs from the"
            + " others, not that the number is certain.");
    notes.add(
        "Numbers on the test rows are honest as long as nothing was chosen by them: whoever looks"
            + " at them and changes the model needs new rows.");
    if (findings.hasProbabilities()) {
      notes.add(
          "Log loss is the mean of -ln p over the rows, p the probability of what is true; the"
              + " Brier score is the mean squared distance of the probabilities from what is true."
              + " Both are 0 where the model is certain and right.");
    }
    if (findings.ofClasses()) {
      notes.add(
          "Balanced accuracy is the mean recall of the classes: each counts the same, however many"
              + " rows it has.");
    } else {
      notes.add(
          "R² is the share of the targets' variance that is explained: 1 is perfect, 0 is what the"
              + " mean of the targets gets.");
    }
    return new Section("How to read this", List.of(Block.items(notes)));
  }
}
