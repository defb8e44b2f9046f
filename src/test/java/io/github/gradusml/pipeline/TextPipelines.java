package io.github.gradusml.pipeline;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Network;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.rows.Start;
import io.github.gradusml.text.CountVectorizer;
import io.github.gradusml.text.HashingVectorizer;
import io.github.gradusml.text.Words;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pipelines that take texts, each trained on a dozen of them. */
final class TextPipelines {
  static final Start<Perceptron> SIGMOID =
      features -> Perceptron.zeros(features, Activation.sigmoid());

  static final Trainer TRAINER =
      Trainer.minimizing(Loss.crossEntropy())
          .withUpdates(UpdateStrategy.miniBatch(4))
          .withLearningRate(LearningRate.constant(0.5))
          .withEpochs(20)
          .withoutLog();

  static final Dataset TEXTS =
      Dataset.of(
              Rows.texts(
                  List.of(
                      "free money now",
                      "see you at lunch",
                      "cheap loans, free offer",
                      "the meeting is at noon",
                      "FREE free free",
                      "can you come to the meeting",
                      "money, money, money: offer ends",
                      "thanks for lunch",
                      "win cash now",
                      "Größe und Maß: naïve", // any language
                      "cash offer, click now",
                      "")),
              new double[] {1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0})
          .withClassNames("ham", "spam")
          .withCredit("made up");

  private TextPipelines() {}

  static Pipeline<Perceptron> counted(CountVectorizer vectorizer) {
    return Pipeline.fit(Preparation.counting(vectorizer), TRAINER, SIGMOID, TEXTS);
  }

  static Pipeline<Perceptron> hashed(HashingVectorizer vectorizer) {
    return Pipeline.fit(Preparation.hashing(vectorizer), TRAINER, SIGMOID, TEXTS);
  }

  /** Every setting in one at least. */
  static Map<String, Pipeline<?>> all() {
    CountVectorizer counting = CountVectorizer.standard();
    HashingVectorizer hashing = HashingVectorizer.standard().withColumns(50);
    Map<String, Pipeline<?>> all = new LinkedHashMap<>();
    all.put("counts", counted(counting));
    all.put("tf-idf", counted(counting.withTfIdf().withUnitLength().withMinimumTexts(2)));
    all.put(
        "pairs",
        counted(
            counting
                .withBinaryCounts()
                .withWords(Words.standard().withNGrams(2).withShortest(2).withCase())));
    all.put("hashed", hashed(hashing));
    all.put(
        "names",
        hashed(
            hashing
                .withSeed(-7)
                .withoutSigns()
                .withBinaryCounts()
                .withUnitLength()
                .withNames(hashing.wordsOf(TEXTS).all())));
    all.put(
        "named",
        Pipeline.fit(Preparation.counting(counting).named("words"), TRAINER, SIGMOID, TEXTS));
    all.put(
        "standardized",
        Pipeline.fit(
            Preparation.counting(counting).andThen(Preparation.scalingMaxAbs()),
            TRAINER,
            SIGMOID,
            TEXTS));
    all.put(
        "network",
        Pipeline.fit(
            Preparation.counting(counting),
            TRAINER,
            features ->
                Network.of(features, Output.softmax(2)).withHidden(3, Activation.tanh()).random(1),
            TEXTS));
    all.put("calibrated", all.get("counts").withCalibration(new Calibration(0.5, 0.1)));
    all.put("cut", all.get("hashed").withCut(0.7));
    return all;
  }
}
