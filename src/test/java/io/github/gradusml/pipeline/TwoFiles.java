package io.github.gradusml.pipeline;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FeatureSelection;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.network.Network;
import io.github.gradusml.training.Finding;
import io.github.gradusml.training.Severity;
import io.github.gradusml.training.StopReason;
import io.github.gradusml.training.TrainingHistory;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The text of two files, to be changed by those who know how to make the checksum right again. */
final class TwoFiles {
  static final String PERCEPTRON = text(perceptron());
  static final String NETWORK = text(network());

  private TwoFiles() {}

  static Pipeline<?> perceptron() {
    Dataset rows = SavedPipelines.ROWS.withFeatureNames("a", "b", "c");
    Dataset two = rows.selectFeatures("c", "a");
    FittedPreparation preparation =
        Standardizer.of(rows.featureNames(), new double[] {1, 2, 3}, new double[] {4, 5, 6})
            .andThen(new FeatureSelection(two.featureNames()))
            .andThen(TargetStandardizer.of(7, 8));
    Perceptron model = Perceptron.of(new double[] {0.5, -1}, 0.25, Activation.leakyRelu(0.125));
    TrainingSummary summary =
        new TrainingSummary(
            Map.of("seed", "1"),
            9,
            10,
            11,
            StopReason.CONVERGED,
            List.of(new Finding("DIVERGED", "It diverged", Severity.ERROR, "so", "")),
            new TrainingHistory(List.of(), List.of()));
    return Pipeline.of(preparation, model, rows).withTraining(summary).withCut(12);
  }

  private static Pipeline<?> network() {
    Dataset rows =
        SavedPipelines.ROWS.withFeatureNames("a", "b", "c").withClassNames("x", "y", "z");
    Network model =
        Network.of(3, Output.oneVersusRest(3, Activation.sigmoid()))
            .withHidden(2, Activation.tanh())
            .withParameters(new double[17]);
    return Pipeline.of(FittedPreparation.of(List.of()), model, rows)
        .withCalibration(new Calibration(2, 0));
  }

  private static String text(Pipeline<?> pipeline) {
    return new String(SaveAndLoadTest.bytes(pipeline), StandardCharsets.UTF_8);
  }

  /** The message, behind what each begins with. */
  static String refusal(String text) {
    byte[] bytes = Sealed.anew(text).getBytes(StandardCharsets.UTF_8);
    String message = Rejected.message(() -> Pipeline.read(new ByteArrayInputStream(bytes)));
    assertTrue(message.startsWith("input "), message);
    return message.replaceFirst("input (has wrong content: )?", "");
  }

  static String changed(String text, String from, String to) {
    assertTrue(text.contains(from), text);
    return text.replace(from, to);
  }
}
