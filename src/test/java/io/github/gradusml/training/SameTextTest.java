package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.rate.LearningRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What says the same in two JVMs is taken for the same. */
class SameTextTest {
  @ParameterizedTest
  @CsvSource({
    "constant(2.0E-3), constant(0.002), true",
    "constant(2.0E-3), constant(0.0020), true",
    "1.0E23, 9.999999999999999E22, true",
    "'a(0.1, 0.2)', 'a(0.10, 0.20)', true",
    "a(0.1), a(0.1000000000000001), false",
    "a(0.1), b(0.1), false",
    "a(0.1), a(0.1) x, false",
    "a(0.1 to 1), a(0.1 to), false",
    "a, a1, false",
    "a1, a, false",
    "a(-0.1), a(0.1), false"
  })
  void numbersAreComparedByTheirValue(String a, String b, boolean same) {
    assertEquals(same, SameText.areSame(a, b));
  }

  @Test
  void ofALambdaTheClassIsLeftThatItIsWrittenIn() {
    LearningRate rate = (update, epoch) -> 0.1;
    assertEquals(getClass().getName() + "$$Lambda", SameText.of(rate));
    LearningRate within = LearningRate.reduceOnPlateau(rate, 0.5, 2);
    assertTrue(SameText.of(within).contains("$$Lambda reduced by 0.5 on a plateau of 2"));
  }

  @Test
  void whatTellsTwoObjectsApartIsLeftOut() {
    assertEquals("java.lang.Object", SameText.of(new Object()));
    assertEquals("[theta=[D, n=2]", SameText.of("[theta=[D@1b28cdfa, n=2]"));
    assertFalse(SameText.of("a@b.example").isEmpty());
  }

  @Test
  void anOlderJavasNameOfALambdaIsTheSame() {
    assertEquals(
        SameText.of("a.B$$Lambda/0x00007f1b2c003000@1b28cdfa"),
        SameText.of("a.B$$Lambda$14/0x0000000800c03000@7c"));
  }
}
