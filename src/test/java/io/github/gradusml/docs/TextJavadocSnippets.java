package io.github.gradusml.docs;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.text.CountVectorizer;
import io.github.gradusml.text.Vocabulary;
import java.util.List;

/** The code of the Javadoc on texts; each method returns what the text claims. */
final class TextJavadocSnippets {
  private TextJavadocSnippets() {}

  static Object texts() {
    double[] y = {1, 0};
    Dataset texts = Dataset.of(Rows.texts(List.of("cheap money now", "see you at lunch")), y);
    Vocabulary vocabulary = CountVectorizer.standard().withTfIdf().withUnitLength().fit(texts);
    Dataset features = vocabulary.apply(texts);
    return List.of(features.features() == 7, features.value(0, 0) == 0);
  }

  static Object vocabulary() {
    List<String> some = List.of("free money", "free lunch", "see you at lunch");
    Dataset train = Dataset.of(Rows.texts(some), new double[] {1, 1, 0});
    Dataset test = Dataset.of(Rows.texts(List.of("free advice")), new double[] {1});
    CountVectorizer settings = CountVectorizer.standard().withMinimumTexts(2).withTfIdf();
    Vocabulary vocabulary = settings.fit(train);
    Dataset features = vocabulary.apply(test); // what the test texts have of these words
    return List.of(
        features.featureNames().equals(List.of("free", "lunch")),
        features.value(0, 0) > 1,
        features.value(0, 1) == 0);
  }
}
