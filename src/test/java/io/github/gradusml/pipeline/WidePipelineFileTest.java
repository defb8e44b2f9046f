package io.github.gradusml.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.SparseCopy;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.network.Network;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files of pipelines whose columns nobody named: their number, and what is not 0. */
class WidePipelineFileTest {
  private static final int D = 100_000;
  private static final Dataset DATA = SparseCopy.wide(30, D, 4);

  private static Perceptron model(int features) {
    double[] w = new double[features];
    for (int j = 0; j < features; j += 500) {
      w[j] = j % 1000 == 0 ? 0.1 * j : -1.0 / (1 + j);
    }
    return Perceptron.of(w, 0.5, Activation.sigmoid());
  }

  private static byte[] written(Pipeline<?> pipeline) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    pipeline.write(out);
    return out.toByteArray();
  }

  private static Pipeline<?> read(byte[] file) {
    return Pipeline.read(new ByteArrayInputStream(file));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }

  @Test
  void aPipelineOfManyColumnsIsAsLargeAsWhatIsNotZero() {
    Pipeline<?> pipeline = Pipeline.of(Standardizer.fitMaxAbs(DATA), model(D), DATA);
    byte[] file = written(pipeline);
    // 200 weights and at most 1,500 scales, of some 40 characters each.
    assertTrue(file.length < 80_000, "" + file.length);
    assertTrue(text(file).contains("\"version\": 2"));
    assertTrue(text(file).contains("\"columns\": 100000"));
    Pipeline<?> again = read(file);
    assertEquals(pipeline.model(), again.model());
    assertEquals(pipeline.preparation(), again.preparation());
    assertEquals(pipeline.featureNames(), again.featureNames());
    assertArrayEquals(pipeline.predict(DATA), again.predict(DATA));
    assertArrayEquals(file, written(again));
  }

  @Test
  void withoutAPreparationItIsToo() {
    Pipeline<?> pipeline = Pipeline.of(FittedPreparation.of(List.of()), model(D), DATA);
    Pipeline<?> again = read(written(pipeline));
    assertEquals(pipeline.model(), again.model());
  }

  @Test
  void aNetworkHasAllItsWeights() {
    Dataset data = SparseCopy.wide(10, 2000, 4);
    Network model = Network.of(2000, Output.softmax(3)).random(5);
    Pipeline<?> pipeline = Pipeline.of(Standardizer.fitMaxAbs(data), model, data);
    Pipeline<?> again = read(written(pipeline));
    assertArrayEquals(model.parameters(), again.model().parameters());
    assertArrayEquals(pipeline.predict(data), again.predict(data));
  }

  @Test
  void ofFewColumnsOrNamedOnesAFileIsAsItWas() {
    Dataset few = SparseCopy.mostlyZeros(20, 999, 1);
    String text = text(written(Pipeline.of(Standardizer.fit(few), model(999), few)));
    assertTrue(text.contains("\"version\": 1"));
    assertTrue(text.contains("\"x998\""));
    Dataset many = SparseCopy.mostlyZeros(20, 1000, 1);
    String[] names = many.featureNames().toArray(String[]::new);
    names[7] = "seven";
    Dataset named = many.withFeatureNames(names);
    byte[] file = written(Pipeline.of(Standardizer.fit(named), model(1000), named));
    assertTrue(text(file).contains("\"version\": 1"));
    assertEquals(Arrays.asList(names), read(file).featureNames());
  }

  @Test
  void aFileWithAColumnThatIsNoneIsRefused() {
    byte[] file = written(Pipeline.of(FittedPreparation.of(List.of()), model(D), DATA));
    String wrong = text(file).replace("\"x500\"", "\"x100000\"");
    assertTrue(
        Rejected.message(() -> read(bytes(Sealed.anew(wrong))))
            .endsWith("model / weights / x100000 must be of one of the columns x0 to x99999"));
    String none = text(file).replace("\"columns\": 100000", "\"columns\": 0");
    assertTrue(
        Rejected.message(() -> read(bytes(Sealed.anew(none))))
            .endsWith("columns must be whole and from 1000 to 2147483639, but was 0.0"));
  }
}
