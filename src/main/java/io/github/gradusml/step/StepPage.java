package io.github.gradusml.step;

import io.github.gradusml.internal.Texts;
import io.github.gradusml.step.Section.Line;
import io.github.gradusml.training.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A step as sections of words and tables, in the order in which it is taken. */
final class StepPage {
  private static final int MOST_ROWS = 8;
  private static final int MOST_PARAMETERS = 40;

  /** Of more. */
  private static final int LARGEST_PARAMETERS = 16;

  private final Moment moment;
  private final ExplainedStep step;
  private final Shape shape;
  private final Names names;

  StepPage(Moment moment, ExplainedStep step) {
    this.moment = moment;
    this.step = step;
    this.shape = Shape.of(moment.model());
    this.names = new Names(shape, step.places(), moment.data().featureNames());
  }

  List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    sections.add(beginning());
    List<Integer> shown = shownRows();
    shown.forEach(i -> sections.addAll(ofRow(step.rows().get(i), i.equals(shown.get(0)))));
    sections.addAll(ofUpdate());
    sections.add(after());
    return sections;
  }

  private Section beginning() {
    Trainer trainer = moment.trainer();
    List<String> words = new ArrayList<>();
    words.add(
        "Loss: "
            + Texts.named(trainer.loss())
            + "; output: "
            + Texts.named(moment.model().output())
            + "; penalty: "
            + penalties()
            + "; optimizer: "
            + Texts.named(trainer.optimizer())
            + "; rate η = "
            + Formula.number(step.learningRate())
            + ".");
    int m = step.rows().size();
    if (m > MOST_ROWS) {
      words.add(
          "Of the " + m + " rows, these are the " + MOST_ROWS + " with the largest slopes δ.");
    }
    String rows = m == 1 ? "row " + step.rows().get(0).number() : m + " rows";
    return new Section("Update " + step.update() + ", by " + rows, words, List.of());
  }

  private String penalties() {
    return IntStream.range(0, moment.rule().size())
        .mapToObj(k -> Texts.named(moment.rule().regularizer(k)))
        .distinct()
        .limit(MOST_ROWS)
        .collect(Collectors.joining(", "));
  }

  private List<Integer> shownRows() {
    double[] slopes =
        step.rows().stream()
            .mapToDouble(
                row -> {
                  double largest = 0;
                  for (double delta : row.delta()) {
                    largest = Math.max(largest, Math.abs(row.weight() * delta));
                  }
                  return largest;
                })
            .toArray();
    return Names.largest(slopes, MOST_ROWS);
  }

  /** What is said of every row is said of the first. */
  private List<Section> ofRow(ExplainedRow row, boolean isFirst) {
    String ofRow = step.rows().size() == 1 ? "" : " of row " + row.number();
    OutputPage output = new OutputPage(row);
    String target = "The target is y = " + Formula.number(row.target()) + ".";
    String sum = "Each input times its weight, and the bias.";
    List<Line> backward = new ArrayList<>(output.backward());
    List<Line> below = new BackwardPage(row, shape, names).lines();
    backward.addAll(below);
    List<String> words = new ArrayList<>();
    if (isFirst) {
      words.addAll(output.words());
    }
    if (isFirst && !below.isEmpty()) {
      words.add("A unit below hears from each unit above, by the weight between them.");
    }
    if (moment.data().isWeighted()) {
      String weight = Formula.number(row.weight());
      words.add("The row counts s = " + weight + "; below, its δ is s·δ.");
    }
    return List.of(
        new Section(
            "Net input" + ofRow,
            isFirst ? List.of(sum, target) : List.of(target),
            new ForwardPage(row, shape, names).lines()),
        new Section("Activation and loss" + ofRow, List.of(), output.forward()),
        new Section("Backwards" + ofRow, words, backward));
  }

  private List<Section> ofUpdate() {
    List<Integer> shown = shownParameters();
    UpdatePage page = new UpdatePage(moment, step, names);
    List<String> words = new ArrayList<>();
    words.add(
        step.rows().size() == 1
            ? "The slope of a weight is δ times what came in; that of a bias is δ."
            : "The slope of a weight is δ times what came in, that of a bias δ, and their mean is"
                + " taken over the rows.");
    if (step.isSparse()) {
      words.add(
          "Of the "
              + moment.data().features()
              + " columns, only those are listed in which a row is not 0: the others have the slope"
              + " 0.");
    }
    if (shown.size() < step.listed().length) {
      words.add(
          "Of the "
              + step.listed().length
              + " parameters, these are the "
              + shown.size()
              + " that move most.");
    }
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Gradient", words, new GradientPage(step, names).lines(shown)));
    List<Line> penalty = page.penalty(shown);
    String none = "Nothing is added to the gradient. A bias never has a penalty.";
    String some = "It acts on weights, never on a bias.";
    sections.add(new Section("Penalty", List.of(penalty.isEmpty() ? none : some), penalty));
    sections.add(
        new Section(
            "Step",
            List.of("g is the gradient with the penalty, θ the parameter, η the rate."),
            page.optimizer(shown)));
    List<Line> shrinking = page.shrinking(shown);
    if (!shrinking.isEmpty()) {
      boolean isL1 =
          IntStream.range(0, moment.rule().size())
              .anyMatch(k -> moment.rule().regularizer(k).shrinks());
      String why =
          isL1
              ? "After the step, L1 moves each weight towards 0; one that is near to it becomes 0."
              : "After the step, the penalty acts on the weights once more.";
      sections.add(new Section("Shrinking", List.of(why), shrinking));
    }
    return sections;
  }

  private List<Integer> shownParameters() {
    double[] changes = step.parameters().stream().mapToDouble(ExplainedParameter::change).toArray();
    int most = changes.length > MOST_PARAMETERS ? LARGEST_PARAMETERS : MOST_PARAMETERS;
    return Names.largest(changes, most).stream().map(k -> step.listed()[k]).toList();
  }

  private Section after() {
    List<Line> lines = new ArrayList<>();
    lines.add(objective("J before", step.objectiveBefore(), "theta"));
    lines.add(objective("J after", step.objectiveAfter(), "after"));
    double before = step.objectiveBefore().objective();
    double after = step.objectiveAfter().objective();
    String words =
        after < before
            ? "The same rows once more, with the new weights: the objective has fallen."
            : after == before
                ? "The same rows once more, with the new weights: the objective is as it was."
                : "The same rows once more, with the new weights: the objective has not fallen. "
                    + whyNotFallen(before);
    return new Section("Afterwards", List.of(words), lines);
  }

  private String whyNotFallen(double before) {
    boolean remembers = step.parameters().stream().anyMatch(p -> !p.memoryAfter().isEmpty());
    if (remembers) {
      return "A smaller rate may help, or the optimizer is carried on by what it remembers.";
    }
    // Of the perceptron criterion: a row on the line costs nothing, and counts as wrong.
    return before == 0
        ? "It was 0 before, which no step can lower; the loss has a slope there all the same."
        : "A smaller rate may help.";
  }

  private static Line objective(String name, StepObjective objective, String theta) {
    return new Line(
        name + " = mean loss + R(w)",
        Formula.sum(objective.meanLoss(), objective.penalty())
            + " = "
            + Formula.number(objective.objective()),
        "Objective.of(trainer, model, rows).at(" + theta + ");");
  }
}
