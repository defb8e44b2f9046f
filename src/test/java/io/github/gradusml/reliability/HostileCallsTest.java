package io.github.gradusml.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is called with whatever ends, and what is refused is refused by name. */
class HostileCallsTest {
  private static final int CALLS = 1000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void everyCallReturnsOrIsRefusedByName(long seed, @TempDir Path folder) throws IOException {
    HostileCalls calls = new HostileCalls(seed, folder);
    Map<String, String> wrong = calls.run(CALLS);
    assertEquals(Map.of(), wrong);
    assertTrue(calls.toString().contains("; 0 kinds of wrong"), calls.toString());
  }

  @Test
  void anExceptionThatNobodyThoughtOfIsFound() {
    assertEquals("is none of ours", Verdict.on(new ArithmeticException("/ by zero")));
    assertEquals("is none of ours", Verdict.on(new NumberFormatException("NaN")));
    assertEquals("has no message", Verdict.on(new NullPointerException()));
    assertEquals(
        "has a message of 1001 characters",
        Verdict.on(new IllegalArgumentException("x".repeat(1001))));
    assertEquals("is the JVM's", Verdict.on(new NullPointerException("Cannot invoke …")));
    assertEquals(
        null, Verdict.on(new IllegalArgumentException("rate must be finite, but was NaN")));
  }
}
