package io.github.gradusml.reliability;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.pipeline.Preparation;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.text.CountVectorizer;
import io.github.gradusml.text.HashingVectorizer;
import io.github.gradusml.text.Words;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.List;

/** What makes rows of texts, and a pipeline of them. */
final class TextObjects {
  private TextObjects() {}

  static List<Object> of(Trainer trainer) {
    List<String> some = List.of("free money", "see you", "free", "you and me", "", "me");
    Dataset texts = Dataset.of(Rows.texts(some), new double[] {1, 0, 1, 0, 1, 0});
    CountVectorizer counting = CountVectorizer.standard();
    HashingVectorizer hashing = HashingVectorizer.standard().withColumns(2);
    Pipeline<Perceptron> pipeline =
        Pipeline.fit(
            Preparation.counting(counting),
            trainer.withUpdates(UpdateStrategy.miniBatch(2)),
            features -> Perceptron.zeros(features, Activation.sigmoid()),
            texts);
    return List.of(
        texts,
        texts.inputs(),
        Words.standard(),
        counting,
        counting.withTfIdf().fit(texts),
        hashing,
        hashing.wordsOf(texts),
        hashing.apply(texts),
        pipeline,
        pipeline.explain("free you"));
  }
}
