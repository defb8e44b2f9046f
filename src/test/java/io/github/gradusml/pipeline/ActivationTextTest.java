package io.github.gradusml.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Activations as texts and back. */
class ActivationTextTest {
  static List<Method> factories() {
    return Arrays.stream(Activation.class.getMethods())
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getReturnType() == Activation.class)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("factories")
  void everyActivationThatTheLibraryMakesComesBack(Method factory) throws Exception {
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      Object[] numbers = new Object[factory.getParameterCount()];
      Arrays.setAll(numbers, k -> random.nextDouble() * Math.scalb(1.0, -random.nextInt(1070)));
      Activation activation = (Activation) factory.invoke(null, numbers);
      String text = ActivationText.write(activation);
      assertEquals(activation, ActivationText.read(text));
      assertEquals(text, ActivationText.write(ActivationText.read(text)));
    }
  }

  @Test
  void thereAreFactories() {
    assertTrue(factories().size() >= 12);
  }

  @ParameterizedTest
  @CsvSource({
    "relu, leaky relu(slope 0)",
    "relu, leaky relu(slope -0.0)",
    "leaky relu(slope 0.01), leaky relu(slope 1e-2)",
    "elu(scale 2.0E23), elu(scale 2e23)",
    "elu(scale 4.9E-324), elu(scale 4.9E-324)"
  })
  void aNumberIsWrittenWithTheFewestDigits(String written, String read) {
    assertEquals(written, ActivationText.write(ActivationText.read(read)));
  }
}
