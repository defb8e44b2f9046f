package io.github.gradusml.examples;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Split;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.pipeline.Preparation;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.text.CountVectorizer;
import io.github.gradusml.text.HashedWords;
import io.github.gradusml.text.HashingVectorizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * From texts to a spam filter: words become columns, and a perceptron weighs them.
 *
 * <p>There are three times as many columns as messages to learn from, and a message has a number
 * other than 0 in one of two hundred. Sparse rows keep these alone, and an update touches no other
 * weight. The perceptron learns all messages by heart, also those whose label is wrong. The elastic
 * net takes most words out of the model and is more often right about messages that are new; how
 * much more, chance decides as well: try other seeds.
 *
 * <p>Nobody sent these messages: {@link InventedMail} says by which rule they are made. What is
 * scored here says nothing about real mail.
 *
 * <p>Try: an alpha of 0.002, which leaves one word in twenty; other seeds; {@code
 * withMinimumTexts(5)}, which leaves names and codes out from the beginning; {@code
 * withWords(Words.standard().withNGrams(2))}, which makes columns of pairs of words as well.
 */
public final class SpamFilter {
  private static final Path PICTURE = Path.of("target", "pictures", "spam-words.png");

  private SpamFilter() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    // 1. Messages are rows that are texts still.
    Dataset mail = InventedMail.of(4000, 10);
    Split split = Split.stratified(mail, 0.75, 42);
    for (int i = 0; i < 5; i++) {
      String text = mail.inputs().texts().get(i);
      String kind = mail.classNames().get((int) mail.target(i));
      System.out.printf("%-4s  %s ...%n", kind, text.substring(0, text.lastIndexOf(' ', 76)));
    }

    // 2. A column a word of the messages to learn from; rare words count more.
    CountVectorizer counting = CountVectorizer.standard().withTfIdf().withUnitLength();
    Rows rows = counting.fit(split.train()).apply(split.train()).inputs();
    System.out.printf(
        Locale.ROOT,
        "%n%d messages to learn from; %d different words, %d of them in a message%n%n",
        rows.size(),
        rows.columns(),
        rows.numbers() / rows.size());

    // 3. A perceptron, and a logistic regression with an elastic net.
    Trainer trainer =
        Trainer.minimizing(Loss.perceptron()).withUpdates(UpdateStrategy.stochastic());
    Pipeline<Perceptron> perceptron =
        Pipeline.fit(
            Preparation.counting(counting),
            trainer.withEpochs(20).withLearningRate(LearningRate.constant(1)),
            words -> Perceptron.zeros(words, Activation.sign()),
            split.train().withTargets(-1, 1));
    Trainer elastic =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.stochastic())
            .withRegularizer(Regularizer.elasticNet(1e-4, 0.7))
            .withLearningRate(LearningRate.inverseTime(1, 1e-4))
            .withEpochs(30);
    Pipeline<Perceptron> filter =
        Pipeline.fit(
            Preparation.counting(counting),
            elastic,
            words -> Perceptron.zeros(words, Activation.sigmoid()),
            split.train());

    // 4. Without a vocabulary, and so without TF-IDF: a word's column is its hash, and most words
    // share one.
    HashingVectorizer hashing = HashingVectorizer.standard().withColumns(4096).withUnitLength();
    Pipeline<Perceptron> hashed =
        Pipeline.fit(
            Preparation.hashing(hashing),
            elastic,
            words -> Perceptron.zeros(words, Activation.sigmoid()),
            split.train());

    System.out.println("                                            right, %");
    System.out.println("                     columns  of weight 0  known   new  precision  recall");
    Dataset known = split.train();
    Dataset others = split.test();
    print("perceptron", perceptron, known.withTargets(-1, 1), others.withTargets(-1, 1));
    print("elastic net", filter, known, others);
    print("elastic net, hashed", hashed, known, others);
    HashedWords hashes = hashing.wordsOf(split.train());
    System.out.printf(
        Locale.ROOT,
        "%nhashed: %d of %d words share a column with others%n",
        hashes.collisions(),
        hashes.all().size());

    // 5. A message that is new, and why it is taken for what it is.
    String message =
        "Dear friend, this off3r ends on sunday, so look at it now and claim a free phone.";
    System.out.printf(
        Locale.ROOT,
        "%n\"%s\"%nis spam with a probability of %.2f%n%n",
        message,
        filter.probabilities(message)[1]);
    System.out.println(filter.explain(message));

    Plots.largestWeights(filter).withTitle("The words that tell spam from ham").save(PICTURE);
    System.out.println();
    System.out.println("wrote " + PICTURE);
  }

  private static void print(
      String name, Pipeline<Perceptron> pipeline, Dataset known, Dataset others) {
    double[] w = pipeline.model().weights();
    System.out.printf(
        Locale.ROOT,
        "%-20s %7d %12d %6.1f %5.1f %10.1f %7.1f%n",
        name,
        w.length,
        Arrays.stream(w).filter(weight -> weight == 0).count(),
        100 * pipeline.score(Metric.accuracy(), known),
        100 * pipeline.score(Metric.accuracy(), others),
        100 * pipeline.score(Metric.precision(), others),
        100 * pipeline.score(Metric.recall(), others));
  }
}
