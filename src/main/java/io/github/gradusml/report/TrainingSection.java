package io.github.gradusml.report;

import io.github.gradusml.internal.Texts;
import io.github.gradusml.pipeline.TrainingSummary;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.training.EpochRecord;
import io.github.gradusml.training.Finding;
import io.github.gradusml.training.StopReason;
import io.github.gradusml.training.TrainingHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** How the model was trained, how the loss went down, and what the training said at its end. */
final class TrainingSection {
  private static final int MOST_EPOCHS = 10;

  private static final Map<StopReason, String> REASONS =
      Map.of(
          StopReason.EPOCHS_DONE, "all epochs asked for were done",
          StopReason.CONVERGED, "the gradient was shorter than the tolerance",
          StopReason.STOPPED_EARLY, "the watched loss had not improved for long enough",
          StopReason.DIVERGED, "the weights or the loss grew without bound",
          StopReason.UNFINISHED, "it was left before its end");

  private TrainingSection() {}

  static Section of(Findings findings) {
    List<Block> blocks =
        findings
            .pipeline()
            .training()
            .map(training -> blocks(training, findings))
            .orElse(
                List.of(
                    Block.paragraph(
                        "How it was trained is not known: the pipeline was put together from a"
                            + " model that was there already, without a summary of its training.")));
    return new Section("How it was trained", blocks);
  }

  private static List<Block> blocks(TrainingSummary training, Findings findings) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Block.paragraph(
            "It saw "
                + Texts.count(training.rows(), "row")
                + " in "
                + Texts.count(training.epochs(), "epoch")
                + ", with "
                + Texts.count(training.updates(), "update")
                + " of the weights in all. It ended because "
                + REASONS.get(training.stopReason())
                + "."));
    if (!training.settings().isEmpty()) {
      List<List<String>> rows = new ArrayList<>();
      training.settings().forEach((name, text) -> rows.add(List.of(name, text)));
      blocks.add(Table.of("").words("Setting", "Value").rows(rows));
    }
    if (!training.findings().isEmpty()) {
      blocks.add(Block.paragraph("What was found at its end, the most important first:"));
      blocks.add(Block.items(training.findings().stream().map(TrainingSection::text).toList()));
    }
    TrainingHistory history = training.history();
    Table table = table(history);
    boolean canBeDrawn = history.epochs().stream().anyMatch(e -> Double.isFinite(e.dataLoss()));
    if (canBeDrawn) {
      String of =
          findings.pipeline().preparation().targets().isPresent()
              ? ", of standardized targets,"
              : "";
      String caption =
          "The mean loss over the rows" + of + " with the weights as each epoch left them.";
      blocks.add(new Figure(Plots.loss(history), caption, table));
    } else if (!history.epochs().isEmpty()) {
      blocks.add(table);
    } else {
      blocks.add(Block.paragraph("No epoch was recorded, so that there are no curves."));
    }
    return blocks;
  }

  private static String text(Finding finding) {
    return Words.severity(finding) + ": " + finding.title() + ". " + Words.sentence(finding.text());
  }

  /** Some of the epochs, the first and the last among them. */
  private static Table table(TrainingHistory history) {
    List<EpochRecord> epochs = history.epochs();
    int n = epochs.size();
    TreeSet<Integer> shown = new TreeSet<>();
    for (int i = 0; n > 0 && i < MOST_EPOCHS; i++) {
      shown.add((int) ((long) i * (n - 1) / (MOST_EPOCHS - 1)));
    }
    boolean hasValidation = epochs.stream().anyMatch(e -> !Double.isNaN(e.validationLoss()));
    boolean hasPenalty = epochs.stream().anyMatch(e -> e.penalty() != 0);
    Table table = Table.of("The loss over the epochs").numbers("Epoch", "Training loss");
    table = hasPenalty ? table.numbers("Penalty") : table;
    table = hasValidation ? table.numbers("Validation loss") : table;
    List<List<String>> rows = new ArrayList<>();
    for (int i : shown) {
      EpochRecord epoch = epochs.get(i);
      List<String> row = new ArrayList<>();
      row.add(Integer.toString(epoch.epoch()));
      row.add(Numbers.text(epoch.dataLoss()));
      if (hasPenalty) {
        row.add(Numbers.text(epoch.penalty()));
      }
      if (hasValidation) {
        row.add(Numbers.text(epoch.validationLoss()));
      }
      rows.add(row);
    }
    return table.rows(rows);
  }
}
