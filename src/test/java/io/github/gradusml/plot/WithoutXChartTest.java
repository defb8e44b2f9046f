package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gradusml.core.Perceptron;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import org.apache.commons.math3.util.FastMath;
import org.junit.jupiter.api.Test;

/** What users see who did not add XChart: a class path of the library and commons-math3 alone. */
class WithoutXChartTest {
  private static URLClassLoader classPathWithoutXChart() {
    URL[] urls = {location(Perceptron.class), location(FastMath.class)};
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  private static URL location(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  @Test
  void aPlotSaysWhatToAdd() throws Exception {
    try (URLClassLoader loader = classPathWithoutXChart()) {
      Class<?> activation = loader.loadClass("io.github.gradusml.core.Activation");
      Object array = java.lang.reflect.Array.newInstance(activation, 1);
      java.lang.reflect.Array.set(array, 0, activation.getMethod("sigmoid").invoke(null));
      Method draw =
          loader
              .loadClass("io.github.gradusml.plot.Plots")
              .getMethod("activation", array.getClass());
      InvocationTargetException e =
          assertThrows(InvocationTargetException.class, () -> draw.invoke(null, array));
      assertInstanceOf(IllegalStateException.class, e.getCause());
      assertEquals(
          "plots need XChart, which Gradus does not bring along: add the dependency"
              + " org.knowm.xchart:xchart:4.0.3 (and java.desktop, where the Java is a cut-down"
              + " one)",
          e.getCause().getMessage());
    }
  }

  @Test
  void everythingElseWorks() throws Exception {
    try (URLClassLoader loader = classPathWithoutXChart()) {
      Class<?> activation = loader.loadClass("io.github.gradusml.core.Activation");
      Object step = activation.getMethod("step").invoke(null);
      Method zeros =
          loader
              .loadClass("io.github.gradusml.core.Perceptron")
              .getMethod("zeros", int.class, activation);
      assertNotNull(zeros.invoke(null, 2, step));
    }
  }
}
