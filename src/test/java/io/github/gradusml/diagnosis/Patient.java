package io.github.gradusml.diagnosis;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.training.Case;
import io.github.gradusml.training.Check;
import io.github.gradusml.training.Finding;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A training to be diagnosed.
 *
 * @param validation rows that it does not train on; null for none
 * @param more a check that is asked besides, such as that of a search; null for none
 */
record Patient(Trainer trainer, Model<?> start, Dataset train, Dataset validation, Check more) {
  static Patient of(Trainer trainer, Model<?> start, Dataset train) {
    return new Patient(trainer, start, train, null, null);
  }

  static Patient of(Trainer trainer, Model<?> start, Dataset train, Dataset validation) {
    return new Patient(trainer, start, train, validation, null);
  }

  Patient with(Trainer other) {
    return new Patient(other, start, train, validation, more);
  }

  Patient with(Dataset otherTrain, Dataset otherValidation) {
    return new Patient(trainer, start, otherTrain, otherValidation, more);
  }

  Patient withStart(Model<?> other) {
    return new Patient(trainer, other, train, validation, more);
  }

  /** Trains, in silence, and asks every check. */
  Diagnosis diagnose() {
    TrainingResult<?> result = fit(start);
    Diagnosis diagnosis =
        validation == null
            ? Diagnosis.of(trainer, result, train)
            : Diagnosis.of(trainer, result, train, validation);
    return more == null ? diagnosis : diagnosis.withCheck(more);
  }

  /** Trains, in silence, and asks one check, and those alone that it asks itself. */
  Optional<Finding> finding(String code) {
    Map<String, Check> checks = new LinkedHashMap<>();
    Diagnosis.checks().forEach(check -> checks.put(check.code(), check));
    if (more != null) {
      checks.put(more.code(), more);
    }
    Case training = Case.of(trainer, result(), train, validation, List.copyOf(checks.values()));
    return training.verdict(code).finding(checks.get(code));
  }

  /** Trains, in silence. */
  TrainingResult<?> result() {
    return fit(start);
  }

  /** What another trainer makes of it, in silence. */
  Model<?> fitted(Trainer other) {
    return with(other).result().lastFiniteModel();
  }

  private <M extends Model<M>> TrainingResult<?> fit(Model<M> model) {
    M first = model.withParameters(model.parameters());
    Trainer quiet = trainer.withoutLog();
    return validation == null ? quiet.fit(first, train) : quiet.fit(first, train, validation);
  }
}
