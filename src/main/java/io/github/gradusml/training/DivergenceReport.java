package io.github.gradusml.training;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.stability.Advice;
import io.github.gradusml.stability.Descent;
import io.github.gradusml.stability.Divergence;
import io.github.gradusml.stability.FeatureScales;
import io.github.gradusml.stability.Stability;
import java.util.Optional;

/**
 * Tells how a training diverged, and what to do about it.
 *
 * @param model where it began
 * @param data the rows trained on
 * @param rates its rates
 */
record DivergenceReport(TrainerSettings settings, Model<?> model, Dataset data, Rates rates) {
  private static final int OBJECTIVES_TOLD = 5;

  /** Looks for the reason, unless this is only tried out. */
  Divergence of(int epoch, long update, String symptom, Memory memory) {
    Descent descent = settings.descent(model);
    boolean says = !settings.rehearses;
    return new Divergence(
        epoch,
        update,
        rates.last(),
        rates.largest(),
        symptom,
        memory.objectivesBefore(epoch, OBJECTIVES_TOLD),
        says ? Stability.of(descent, model, data) : Optional.empty(),
        says ? FeatureScales.of(data).dominant() : Optional.empty(),
        says ? advice(descent) : "");
  }

  private String advice(Descent descent) {
    Rehearsal rehearsal = new Rehearsal(settings, model, data);
    return Advice.after(
        rates.largest(), rates.areConstant(), descent, model, data, rehearsal::learns);
  }
}
