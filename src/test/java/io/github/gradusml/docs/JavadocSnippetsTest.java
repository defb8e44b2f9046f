package io.github.gradusml.docs;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The code of the Javadoc does what its text says. */
class JavadocSnippetsTest {
  private static Stream<Method> snippets() {
    return Stream.of(
            JavadocSnippets.class,
            ModelJavadocSnippets.class,
            SparseJavadocSnippets.class,
            TextJavadocSnippets.class)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> !method.isSynthetic());
  }

  @ParameterizedTest
  @MethodSource("snippets")
  void runs(Method snippet) throws ReflectiveOperationException {
    List<?> claims = (List<?>) snippet.invoke(null);
    assertFalse(claims.contains(false), snippet.getName() + ": " + claims);
  }
}
