package io.github.gradusml.docs;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.SvmlightReader;
import io.github.gradusml.data.SvmlightWriter;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** As {@link JavadocSnippets}: of sparse rows, and of what reads and writes their files. */
final class SparseJavadocSnippets {
  private SparseJavadocSnippets() {}

  /** A folder of its own, in place of the one that a user works in. */
  private static final class Path {
    static java.nio.file.Path of(String name) {
      try {
        return Files.createDirectories(java.nio.file.Path.of("target/javadoc-snippets"))
            .resolve(name);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static Object sparseRowsBuilder() {
    Rows rows =
        Rows.sparse(1_000_000)
            .add(new int[] {3, 70_001}, new double[] {1, 0.5})
            .add(new int[] {12}, new double[] {2})
            .build();
    return List.of(rows.value(0, 70_001) == 0.5, rows.numbers() == 3);
  }

  static Object svmlightReader() throws IOException {
    Files.writeString(Path.of("words.svm"), "1 3:1 8:0.5\n-1 2:1\n");
    Dataset three =
        Dataset.of(new double[][] {{0, 1}, {2, 0}, {3, 4}}, new double[] {2, 0, 1})
            .withClassNames("1", "2", "3");
    SvmlightWriter.oneBased().write(three, Path.of("news.svm.gz"));
    SvmlightWriter.oneBased().write(three.select(1, 2), Path.of("news.t.svm.gz"));
    Dataset words = SvmlightReader.target().read(Path.of("words.svm"));
    List<Dataset> news =
        SvmlightReader.classTarget().readAll(Path.of("news.svm.gz"), Path.of("news.t.svm.gz"));
    return List.of(words.features() == 8, news.get(1).classNames().equals(List.of("1", "2", "3")));
  }

  static Object svmlightWriter() {
    Dataset data = Datasets.breastCancer();
    SvmlightWriter.oneBased().write(data, Path.of("data.svm.gz"));
    return List.of(SvmlightReader.target().read(Path.of("data.svm.gz")).rows() == data.rows());
  }

  /** Of the page on sparse rows. */
  static Object trainingOnAFile() {
    Dataset signs =
        Dataset.of(new double[][] {{0, 1}, {2, 0}, {0, 4}, {1, 0}}, new double[] {-1, 1, -1, 1});
    SvmlightWriter.oneBased().write(signs, Path.of("train.svm.gz"));
    SvmlightWriter.oneBased().write(signs.select(1, 2), Path.of("test.svm.gz"));
    List<Dataset> both =
        SvmlightReader.classTarget().readAll(Path.of("train.svm.gz"), Path.of("test.svm.gz"));
    Dataset train = both.get(0);
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy()).withUpdates(UpdateStrategy.miniBatch(2));
    Perceptron start = Perceptron.zeros(train.features(), Activation.sigmoid());
    Perceptron model = trainer.fit(start, train).model();
    double accuracy = Metric.accuracy().of(model, both.get(1));
    SvmlightReader later =
        SvmlightReader.classTarget().withLabels("-1", "1").oneBased().withFeatures(2);
    return List.of(
        accuracy == 1, later.read(Path.of("test.svm.gz")).classNames().equals(List.of("-1", "1")));
  }
}
