package io.github.gradusml.step;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One update of a training as a worked example, with the numbers that it is made of.
 *
 * <pre>{@code
 * g = 1/m · Σ sᵢ·∇L(ŷᵢ, yᵢ) + ∇R(w)        θ ← θ − η·g, or as the optimizer has it
 * }</pre>
 *
 * <p>It says what each row makes of its features, term by term, and what comes back; the gradient,
 * the part of the penalty, what the optimizer remembers, the new weights, and the loss afterwards:
 *
 * <pre>{@code
 * ExplainedStep step = ExplainedStep.of(trainer, start, rows);
 * String page = step.toMarkdown();
 * double delta = step.rows().get(0).delta()[0];
 * double weight = step.parameters().get(0).after();
 * }</pre>
 *
 * <p>All numbers are those of the training to the last bit: they are computed anew, by the public
 * parts of model, loss, penalty and optimizer alone, in the order in which a training adds. Only
 * where one row makes a plain step, with no penalty or L2, is the new parameter the training's own:
 * it rounds once less than the optimizer. So it is where rows are sparse, since a penalty may make
 * up for many steps at once there. The texts round them for reading. Of more than eight rows the
 * texts show those with the largest slopes, of more than 40 parameters the sixteen that move most,
 * and say what they leave out; the value has all. Of sparse rows it lists the parameters of those
 * columns alone in which a row of the update is not 0: of a million, no other has a slope.
 *
 * <p>An optimizer, penalty, loss or model of somebody's own is asked as in a training, and so must
 * answer alike when it is asked twice. Metrics, listeners, checkpoints, averages and rules of early
 * stopping play no part.
 *
 * <p>It is immutable. Article: all sections. Symbols: θ parameters, η learning rate, m rows of the
 * update, s weight of a row, L loss, R penalty, g gradient.
 */
public final class ExplainedStep {
  private final Moment moment;
  private final Way way;
  private final Places places;
  private final boolean isSparse;
  private final StepObjective before;
  private final StepObjective afterwards;

  /** Their indices in θ. */
  private final int[] listed;

  private final List<ExplainedParameter> parameters;
  private final List<ExplainedRow> rows;

  private ExplainedStep(Moment moment) {
    this.moment = moment;
    BatchPass batch = new BatchPass(moment);
    this.way = Way.of(moment, batch);
    this.places = Places.of(moment);
    this.isSparse = batch.isSparse();
    this.listed = batch.parameters();
    this.before = objective(batch, moment.theta());
    this.afterwards = objective(batch, way.after());
    this.parameters = IntStream.of(listed).mapToObj(this::parameter).toList();
    Shape shape = Shape.of(moment.model());
    double[] scratch = new double[moment.parameters()];
    this.rows =
        IntStream.range(0, batch.size())
            .mapToObj(i -> new ExplainedRow(moment, batch, shape, i, way.after(), scratch))
            .toList();
  }

  private StepObjective objective(BatchPass batch, double[] theta) {
    return new StepObjective(batch.meanLoss(theta), moment.rule().penalty(theta));
  }

  /**
   * Explains the update that some rows make: the first of a training that takes all of them at
   * once.
   *
   * @param <M> the kind of model
   * @param trainer loss, penalty, optimizer and rate; its strategy and its number of epochs play no
   *     part
   * @param model the weights before
   * @param rows one row or some, in the order in which they are added up
   * @return the step
   * @throws IllegalArgumentException if model, loss, settings and rows do not fit each other
   */
  public static <M extends Model<M>> ExplainedStep of(Trainer trainer, M model, Dataset rows) {
    Checks.notNull("trainer", trainer);
    Checks.notNull("rows", rows);
    return ofUpdate(trainer.withUpdates(UpdateStrategy.batch()).withEpochs(1), model, rows, 1);
  }

  /**
   * Explains one of the updates of the training that {@code trainer.fit(model, data)} is: with the
   * rows that come at that time, the rate of that time, and what the optimizer remembers by then.
   *
   * <p>The training is followed up to there, update by update.
   *
   * @param <M> the kind of model
   * @param trainer the settings
   * @param model where the training starts
   * @param data all rows
   * @param update the number of the update, from 1
   * @return the step
   * @throws IllegalArgumentException if the training has no such update, or diverges before; or if
   *     model, loss, settings and rows do not fit each other
   * @throws java.util.concurrent.CancellationException if the thread was interrupted; the interrupt
   *     stays set
   */
  public static <M extends Model<M>> ExplainedStep ofUpdate(
      Trainer trainer, M model, Dataset data, long update) {
    return new ExplainedStep(Moment.before(trainer, model, data, update));
  }

  /** {@return the number of the update in its training, from 1} */
  public long update() {
    return moment.t();
  }

  /** {@return η of this update} */
  public double learningRate() {
    return moment.eta();
  }

  /** {@return the rows of the update, in the order in which they are added up} */
  public List<ExplainedRow> rows() {
    return rows;
  }

  /**
   * Returns the ways of weights and biases.
   *
   * @return in the order of θ: all, or, where rows are sparse, the weights of the columns in which
   *     a row of the update is not 0, and all that lies above the first weights
   */
  public List<ExplainedParameter> parameters() {
    return parameters;
  }

  /** {@return θ after the step, a new array} */
  public double[] after() {
    return way.after().clone();
  }

  /** {@return g, which the optimizer was given, a new array, one number a parameter} */
  public double[] gradient() {
    return way.gradient().clone();
  }

  /** {@return mean loss and penalty before the step} */
  public StepObjective objectiveBefore() {
    return before;
  }

  /** {@return mean loss and penalty after it, of the same rows} */
  public StepObjective objectiveAfter() {
    return afterwards;
  }

  /**
   * Writes the step as plain text: formulas and arithmetic in aligned columns, with ASCII letters
   * alone but in names.
   *
   * @return lines that end with a line feed
   */
  public String toText() {
    return StepText.of(page());
  }

  /**
   * Writes the step as Markdown: tables of formula, arithmetic and Java side by side.
   *
   * @return lines that end with a line feed
   */
  public String toMarkdown() {
    return StepMarkdown.of(page());
  }

  /** The way of a parameter, by its index in θ. */
  ExplainedParameter parameter(int p) {
    return way.parameter(places.at(p).name(), p);
  }

  /** The indices in θ of {@link #parameters}. */
  int[] listed() {
    return listed;
  }

  boolean isSparse() {
    return isSparse;
  }

  Places places() {
    return places;
  }

  private List<Section> page() {
    return new StepPage(moment, this).sections();
  }

  /** Writes it as {@link #toText()}. */
  @Override
  public String toString() {
    return toText();
  }
}
