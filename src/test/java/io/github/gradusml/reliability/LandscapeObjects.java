package io.github.gradusml.reliability;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.landscape.LossSlice;
import io.github.gradusml.landscape.LossSurface;
import io.github.gradusml.landscape.PathRecorder;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.training.Objective;
import io.github.gradusml.training.Trainer;
import java.util.List;
import java.util.Map;

/** As {@link SoundObjects}: of the types about the objective as a landscape. */
final class LandscapeObjects {
  private LandscapeObjects() {}

  static List<Object> of(Trainer trainer, Dataset data) {
    Perceptron start = Perceptron.zeros(2, Activation.sigmoid()).withoutBias();
    Perceptron end = trainer.fit(start, data).model();
    Objective objective = Objective.of(trainer, start, data);
    PathRecorder recorder = PathRecorder.from(objective, start);
    trainer.withListener(recorder).fit(start, data);
    LossSurface surface = LossSurface.of(objective, recorder.path()).withGrid(4);
    return List.of(
        recorder,
        recorder.path(),
        recorder.path().last(),
        surface,
        surface.minimum(),
        LossSlice.between(objective, start, end).withPoints(5),
        Plots.surface(surface, Map.of("path", recorder.path())));
  }
}
