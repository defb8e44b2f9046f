package io.github.gradusml.training;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Fields;
import io.github.gradusml.internal.Texts;
import java.util.List;

/** Where a training stands as fields of a file, and back; what is read comes from outside. */
final class CheckpointFields {
  static final String EPOCHS = "epochs";
  static final String UPDATES = "updates";

  private static final String OF_EPOCHS = "of epochs";
  private static final String STOP_REASON = "stop reason";
  private static final String PARAMETERS = "parameters";
  private static final String OPTIMIZER = "optimizer's memory";
  private static final String PENALTY = "penalty's memory";
  private static final String BEST = "best";
  private static final String AVERAGE = "average";
  private static final String RATE = "rate";
  private static final String FIRST = "first objectives";
  private static final String OBJECTIVE = "last objective";

  private static final String[] ALL = {
    EPOCHS,
    OF_EPOCHS,
    UPDATES,
    STOP_REASON,
    PARAMETERS,
    OPTIMIZER,
    PENALTY,
    BEST,
    AVERAGE,
    RATE,
    FIRST,
    OBJECTIVE,
    HistoryFields.HISTORY,
    HistoryFields.METRICS,
    HistoryFields.RECORDS,
    Origin.SETTINGS,
    Origin.START,
    Origin.DATA,
    Origin.VALIDATION
  };

  private final Fields fields;

  private CheckpointFields(Fields fields) {
    this.fields = fields;
  }

  /**
   * Returns the fields of a checkpoint.
   *
   * @param lastEpoch how many epochs are asked for
   */
  static Fields of(Checkpoint now, int lastEpoch, Origin origin) {
    Course course = now.course();
    Fields all = Fields.none().with(EPOCHS, now.epochs()).with(OF_EPOCHS, lastEpoch);
    all.with(UPDATES, now.updates());
    if (course.stopReason() != null) {
      all.with(STOP_REASON, course.stopReason());
    }
    origin.addTo(all);
    HistoryFields.add(course.history(), all);
    all.with(OBJECTIVE, course.lastObjective());
    all.with(
        RATE, Fields.none().with("last", course.lastRate()).with("largest", course.largestRate()));
    if (course.start() != null) {
      all.with(FIRST, first(course.start()));
    }
    all.with(PARAMETERS, now.theta());
    all.with(OPTIMIZER, vectors(now.optimizerState()));
    all.with(PENALTY, vectors(now.penaltyState()));
    now.best().fields().ifPresent(best -> all.with(BEST, best));
    now.average().fields().ifPresent(average -> all.with(AVERAGE, average));
    return all;
  }

  private static Fields first(Start start) {
    return Fields.none()
        .with("of weights 0", start.atZero())
        .with("of the start", start.atStart())
        .with("mean squared row", start.meanSquaredRow());
  }

  private static Fields vectors(double[][] state) {
    Fields vectors = Fields.none();
    for (int k = 0; k < state.length; k++) {
      vectors.with(String.valueOf(k + 1), state[k]);
    }
    return vectors;
  }

  /** Fields that were read; one that is not known is a mistake. */
  static CheckpointFields read(Fields fields) {
    return new CheckpointFields(fields.only(ALL));
  }

  int epochs() {
    return (int) fields.whole(EPOCHS, 0, Integer.MAX_VALUE);
  }

  long updates() {
    return fields.whole(UPDATES, 0, Fields.LARGEST_WHOLE);
  }

  /** How many epochs were asked for. */
  int lastEpoch() {
    return (int) fields.whole(OF_EPOCHS, epochs(), Integer.MAX_VALUE);
  }

  Course course() {
    Fields rate = fields.fields(RATE);
    return new Course(
        0,
        0,
        HistoryFields.of(fields, epochs()),
        Checks.notNegative(RATE, rate.number("last")),
        Checks.notNegative(RATE, rate.number("largest")),
        fields.has(FIRST) ? first(fields.fields(FIRST)) : null,
        fields.number(OBJECTIVE),
        fields.has(STOP_REASON) ? stopReason() : null);
  }

  private static Start first(Fields first) {
    return new Start(
        first.number("of weights 0"),
        first.number("of the start"),
        first.number("mean squared row"));
  }

  /** Nothing else ends a training of which there is a checkpoint. */
  private StopReason stopReason() {
    return fields.oneOf(STOP_REASON, List.of(StopReason.CONVERGED, StopReason.STOPPED_EARLY));
  }

  double[] theta(int parameters) {
    return fields.finite(PARAMETERS, parameters);
  }

  double[][] optimizerState(int vectors, int parameters) {
    return state(OPTIMIZER, vectors, parameters);
  }

  double[][] penaltyState(int vectors, int parameters) {
    return state(PENALTY, vectors, parameters);
  }

  private double[][] state(String name, int vectors, int parameters) {
    Fields saved = fields.fields(name);
    if (saved.names().size() != vectors) {
      throw new IllegalArgumentException(
          name
              + " must hold "
              + Texts.count(vectors, "vector")
              + ", as the trainer's needs, but holds "
              + saved.names().size());
    }
    double[][] state = new double[vectors][];
    for (int k = 0; k < vectors; k++) {
      state[k] = saved.numbers(String.valueOf(k + 1), parameters);
    }
    return state;
  }

  BestWeights best(EarlyStopping rule, long rows, int parameters) {
    return rule == null
        ? new BestWeights(null, rows)
        : BestWeights.of(rule, rows, fields.fields(BEST), parameters);
  }

  AverageWeights average(int firstEpoch, int parameters) {
    return firstEpoch == 0
        ? AverageWeights.from(0, parameters)
        : AverageWeights.of(firstEpoch, fields.fields(AVERAGE), parameters);
  }
}
