package io.github.gradusml.report;

import io.github.gradusml.internal.Texts;
import io.github.gradusml.pipeline.TrainingSummary;
import io.github.gradusml.training.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What somebody reads who reads no further. */
final class GlanceSection {
  private GlanceSection() {}

  static Section of(Findings findings, List<Measured> measured) {
    List<String> items = new ArrayList<>();
    items.add(
        Kind.of(findings.pipeline().model())
            + ", on "
            + Texts.count(findings.pipeline().preparedNames().size(), "feature")
            + what(findings)
            + ".");
    items.add(
        "On "
            + Texts.count(findings.rows(), "row")
            + " kept apart from its training: "
            + score(main(measured))
            + ".");
    movedCut(findings).ifPresent(items::add);
    findings.pipeline().training().ifPresent(training -> items.add(training(training)));
    return new Section("At a glance", List.of(Block.items(items)));
  }

  private static String what(Findings findings) {
    if (!findings.ofClasses()) {
      return ", predicts a number";
    }
    return findings.classes() == 2
        ? ", tells " + findings.className(1) + " from " + findings.className(0)
        : ", tells " + findings.classes() + " classes apart";
  }

  /** The first that has a value on these rows. */
  private static Measured main(List<Measured> measured) {
    return measured.stream()
        .filter(one -> !Double.isNaN(one.value()))
        .findFirst()
        .orElse(measured.get(0));
  }

  /** With another cut than the usual one, accuracy is not what the model is best at. */
  private static Optional<String> movedCut(Findings findings) {
    double cut = findings.pipeline().output().cut();
    double usual = findings.hasProbabilities() ? 0.5 : findings.pipeline().model().output().cut();
    boolean areTwo = findings.ofClasses() && findings.classes() == 2;
    if (!areTwo || Double.isNaN(cut) || cut == usual) {
      return Optional.empty();
    }
    String positive = findings.className(1);
    String price =
        cut < usual ? "finds more of them, and has more" : "finds fewer of them, and has fewer";
    return Optional.of(
        "A row is taken for "
            + positive
            + " from "
            + Numbers.brief(cut)
            + " on, where "
            + Numbers.brief(usual)
            + " is usual: that "
            + price
            + " false alarms; accuracy counts both mistakes alike.");
  }

  private static String score(Measured main) {
    String error =
        Double.isNaN(main.standardError())
            ? ""
            : " (standard error " + Numbers.error(main.standardError()) + ")";
    return main.metric().name()
        + " "
        + Numbers.text(main.value())
        + error
        + "; without looking at any feature one gets "
        + Numbers.text(main.baseline());
  }

  private static String training(TrainingSummary training) {
    List<Finding> found = training.findings();
    return "Trained on "
        + Texts.count(training.rows(), "row")
        + " for "
        + Texts.count(training.epochs(), "epoch")
        + (found.isEmpty()
            ? "; nothing was found wrong with it."
            : ". "
                + Words.severity(found.get(0))
                + ": "
                + found.get(0).title()
                + (found.size() == 1
                    ? "; see below."
                    : ", and " + Texts.count(found.size() - 1, "finding") + " more; see below."));
  }
}
