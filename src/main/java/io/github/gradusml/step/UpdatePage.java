package io.github.gradusml.step;

import io.github.gradusml.internal.Vectors;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.step.Section.Line;
import java.util.ArrayList;
import java.util.List;

/** What penalty and optimizer make of the gradient, parameter by parameter, in lines. */
final class UpdatePage {
  /** Sets what is kept for all weights of a block. */
  private static final String OF_ALL = "₀ ←";

  private final Moment moment;
  private final ExplainedStep step;
  private final Names names;
  private final double norm;

  UpdatePage(Moment moment, ExplainedStep step, Names names) {
    this.moment = moment;
    this.step = step;
    this.names = names;
    this.norm = Vectors.norm(step.gradient(), 0, moment.parameters());
  }

  /** What comes before the step: the gradient of the penalty, and decoupled decay. */
  List<Line> penalty(List<Integer> shown) {
    List<Line> lines = new ArrayList<>();
    for (int p : shown) {
      int block = moment.rule().blockOf(p);
      if (block >= 0) {
        ExplainedParameter way = step.parameter(p);
        lines.addAll(smooth(p, block, way));
        lines.addAll(decay(p, block, way));
      }
    }
    return once(lines);
  }

  private List<Line> smooth(int p, int block, ExplainedParameter way) {
    Regularizer regularizer = moment.rule().regularizer(block);
    Recipe recipe =
        new Recipe()
            .given("g", way.lossGradient())
            .given("w", way.before())
            .result("g", way.gradient());
    List<String> told =
        Formula.told(regularizer.formulas()).stream().filter(UpdatePage::isOfGradient).toList();
    boolean isUntold = told.isEmpty() && isChanged(way.lossGradient(), way.gradient());
    List<String> formulas = isUntold ? List.of("g ← g + ∇R") : told;
    String java = "penalty.addGradient(theta, gradient, " + range(block) + ");";
    return recipe.lines(names.parameter(p), formulas, java);
  }

  /** NaN that stays NaN is none: nothing was done to it. */
  private static boolean isChanged(double before, double after) {
    return before != after && !(Double.isNaN(before) && Double.isNaN(after));
  }

  private static boolean isOfGradient(String formula) {
    return formula.startsWith("g ");
  }

  private List<Line> decay(int p, int block, ExplainedParameter way) {
    Regularizer regularizer = moment.rule().regularizer(block);
    boolean moves = isChanged(way.before(), way.decayed());
    if (!regularizer.decays() && !moves) {
      return List.of();
    }
    Recipe recipe =
        new Recipe()
            .given("w", way.before())
            .given("η", step.learningRate())
            .result("w", way.decayed());
    List<String> formulas = ofWeight(regularizer, "w ← decayed w");
    String java = "penalty.beforeStep(theta, " + range(block) + ", eta);";
    return recipe.lines(names.parameter(p), formulas.subList(0, 1), java);
  }

  private static List<String> ofWeight(Regularizer regularizer, String otherwise) {
    List<String> told =
        Formula.told(regularizer.formulas()).stream()
            .filter(formula -> !isOfGradient(formula))
            .toList();
    return told.isEmpty() ? List.of(otherwise) : told;
  }

  private String range(int block) {
    return moment.rule().block(block).from() + ", " + moment.rule().block(block).to();
  }

  /** The step itself. */
  List<Line> optimizer(List<Integer> shown) {
    Optimizer optimizer = moment.trainer().optimizer();
    List<String> told = Formula.told(optimizer.formulas());
    List<String> formulas = told.isEmpty() ? List.of("θ ← step(θ, g, η)") : told;
    List<Line> lines = new ArrayList<>();
    for (int p : shown) {
      ExplainedParameter way = step.parameter(p);
      Recipe recipe = new Recipe();
      remember(recipe, optimizer.memory(), way.memoryBefore(), way.memoryAfter());
      recipe
          .given("θ", way.decayed())
          .given("g", way.gradient())
          .given("η", step.learningRate())
          .given("ᵗ", step.update())
          .given("t", step.update())
          .given("‖g‖", norm)
          .result("θ", way.moved());
      String java = "optimizer.step(theta, gradient, eta, state, t);";
      lines.addAll(recipe.lines(names.parameter(p), formulas, java));
    }
    return once(lines);
  }

  private static void remember(
      Recipe recipe, List<String> names, List<Double> before, List<Double> after) {
    for (int k = 0; k < Math.min(names.size(), before.size()); k++) {
      recipe.given(names.get(k), before.get(k)).result(names.get(k), after.get(k));
    }
  }

  /** What comes after the step: L1, which shrinks. */
  List<Line> shrinking(List<Integer> shown) {
    List<Line> lines = new ArrayList<>();
    for (int p : shown) {
      int block = moment.rule().blockOf(p);
      ExplainedParameter way = step.parameter(p);
      if (block >= 0
          && (moment.rule().regularizer(block).shrinks() || isChanged(way.moved(), way.after()))) {
        lines.addAll(shrinking(p, block, way, lines.isEmpty()));
      }
    }
    return once(lines);
  }

  private List<Line> shrinking(int p, int block, ExplainedParameter way, boolean isFirst) {
    Regularizer regularizer = moment.rule().regularizer(block);
    ExplainedParameter first =
        step.parameter(moment.rule().block(block).from()); // keeps what is for all
    Recipe recipe = new Recipe();
    List<String> memory = regularizer.memory();
    remember(recipe, memory, way.penaltyBefore(), way.penaltyAfter());
    List<String> ofAll = memory.stream().map(name -> name + "₀").toList();
    List<Double> before = isFirst ? first.penaltyBefore() : first.penaltyAfter();
    remember(recipe, ofAll, before, first.penaltyAfter());
    recipe
        .given("w", way.moved())
        .given("η", step.learningRate())
        .given("change", way.after() - way.moved())
        .result("w", way.after());
    List<String> formulas = ofWeight(regularizer, "w ← shrunk w");
    int decays = regularizer.decays() && formulas.size() > 1 ? 1 : 0;
    List<String> after =
        formulas.stream()
            .skip(decays)
            .filter(formula -> isFirst || !formula.contains(OF_ALL)) // said once
            .toList();
    String java = "penalty.afterStep(theta, " + range(block) + ", eta, memory);";
    return recipe.lines(names.parameter(p), after, java);
  }

  /** Each call in Java at its first line alone. */
  private static List<Line> once(List<Line> lines) {
    List<Line> all = new ArrayList<>();
    List<String> calls = new ArrayList<>();
    for (Line line : lines) {
      boolean isNew = !calls.contains(line.java());
      calls.add(line.java());
      all.add(isNew ? line : new Line(line.formula(), line.arithmetic(), ""));
    }
    return all;
  }
}
