package io.github.gradusml.report;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.FeatureSelection;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the model is made of. */
final class ModelSection {
  private static final int MOST_NAMES = 40;

  private ModelSection() {}

  static Section of(Findings findings) {
    Pipeline<?> pipeline = findings.pipeline();
    Model<?> model = pipeline.model();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Model", Kind.of(model)));
    rows.add(List.of("Parameters", Numbers.count(model.parameters().length)));
    rows.add(List.of("Preparation", preparation(pipeline.preparation())));
    rows.add(List.of("Raw features", listed(pipeline.featureNames())));
    if (!pipeline.preparedNames().equals(pipeline.featureNames())) {
      rows.add(List.of("Features of the model", listed(pipeline.preparedNames())));
    }
    if (findings.ofClasses()) {
      List<String> names =
          IntStream.range(0, findings.classes()).mapToObj(findings::className).toList();
      rows.add(List.of("Classes", listed(names)));
    } else {
      rows.add(List.of("Target", "a number"));
    }
    pipeline
        .calibration()
        .ifPresent(
            c ->
                rows.add(
                    List.of(
                        "Calibration",
                        "net input times "
                            + Numbers.brief(c.slope())
                            + (c.intercept() == 0
                                ? ""
                                : " plus " + Numbers.brief(c.intercept())))));
    double cut = pipeline.output().cut();
    if (findings.ofClasses() && !Double.isNaN(cut)) {
      rows.add(
          List.of("Cut", findings.className(1) + " from a prediction of " + Numbers.brief(cut)));
    }
    String credit = pipeline.credit().isEmpty() ? findings.test().credit() : pipeline.credit();
    if (!credit.isBlank()) {
      rows.add(List.of("Data", credit));
    }
    Table table = Table.of("").words("Part", "What it is").rows(rows);
    return new Section("What it is", List.of(table));
  }

  private static String preparation(FittedPreparation preparation) {
    List<FittedPreparation> steps = preparation.steps();
    return steps.isEmpty()
        ? "none"
        : steps.stream().map(ModelSection::step).collect(Collectors.joining(", then "));
  }

  private static String step(FittedPreparation step) {
    if (step.targets().isPresent()) {
      TargetStandardizer targets = step.targets().get();
      return "targets standardized (mean "
          + Numbers.brief(targets.mean())
          + ", deviation "
          + Numbers.brief(targets.scale())
          + ")";
    }
    if (step instanceof Standardizer scaler) {
      return Coefficients.leavesMeans(scaler)
          ? "features scaled, and left where they are"
          : "features standardized to mean 0 and deviation 1";
    }
    if (step instanceof FeatureSelection selection) {
      return "a choice of " + Texts.count(selection.names().size(), "feature");
    }
    return step.getClass().isHidden() ? "one without a name" : Texts.brief(step);
  }

  private static String listed(List<String> names) {
    String first =
        names.stream().limit(MOST_NAMES).map(Words::name).collect(Collectors.joining(", "));
    int more = names.size() - MOST_NAMES;
    return names.size() + ": " + first + (more > 0 ? " and " + more + " more" : "");
  }
}
