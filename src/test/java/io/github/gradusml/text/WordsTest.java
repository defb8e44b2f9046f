package io.github.gradusml.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.Rejected;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  private static final Words STANDARD = Words.standard();

  @Test
  void lettersNumbersAndLowLinesThatStandTogetherAreWords() {
    assertEquals(
        List.of("don", "t", "panic", "it", "s", "42", "a_b", "x²", "½"),
        STANDARD.of("Don't PANIC, it's 42! a_b x² -- ½..."));
  }

  @Test
  void aTextWithoutWordsHasNone() {
    assertEquals(List.of(), STANDARD.of(""));
    assertEquals(List.of(), STANDARD.of(" \t\n…—😀 \u0301"));
  }

  @Test
  void combiningMarksBelongToTheWordThatTheyStandIn() {
    assertEquals(
        List.of("cafe\u0301s", "हिन्दी", "n\u0303"), STANDARD.of("Cafe\u0301s हिन्दी N\u0303"));
    assertEquals(List.of("e"), STANDARD.of("\u0301e")); // behind nothing it is none
    assertEquals(List.of("a\u20dd"), STANDARD.of("a\u20dd")); // an enclosing circle
  }

  @Test
  void charactersOfTwoUnitsAreLetters() {
    assertEquals(
        List.of("\uD801\uDC28a", "\uD835\uDC00"), STANDARD.of("\uD801\uDC00A 😀\uD835\uDC00"));
  }

  @Test
  void halvesOfSurrogatePairsSeparate() {
    assertEquals(List.of("a", "b", "c"), STANDARD.of("a\uD801b\uDC00c\uD801"));
  }

  @ParameterizedTest
  @CsvSource({
    "I İSTANBUL ı,i istanbul ı",
    "STRASSE Straße,strasse straße",
    "ΟΔΟΣ ΣΟΦΟΣ,οδος σοφος",
    "Σ ΣΣ ΑΣ2 ΑΣΑ,σ σς ας2 ασα",
    "ΑΣ\u0301 ΑΣ\u0301Α Α\u0301Σ \u01C5Σ,ας\u0301 ασ\u0301α α\u0301ς \u01C6ς",
    "1Σ,1σ",
    "ÄÖÜ Ž,äöü ž"
  })
  void lowerCaseKnowsNoLanguage(String text, String lower) {
    assertEquals(lower, String.join(" ", STANDARD.of(text)));
  }

  @Test
  void capitalsStayWhereTheyAreAskedFor() {
    assertEquals(List.of("Not", "NOT"), STANDARD.withCase().of("Not NOT"));
  }

  @Test
  void shortWordsAreLeftOutByTheirCharacters() {
    assertEquals(
        List.of("ab", "\uD801\uDC28\uD801\uDC28"),
        STANDARD.withShortest(2).of("a ab \uD801\uDC28 \uD801\uDC28\uD801\uDC28 7"));
  }

  @Test
  void wordsThatStandSideBySideCountAsOneMore() {
    assertEquals(
        List.of("not", "so", "not so", "good", "so good"),
        STANDARD.withNGrams(2).of("Not so, good"));
    assertEquals(
        List.of("a", "b", "a b", "c", "b c", "a b c", "d", "c d", "b c d"),
        STANDARD.withNGrams(3).of("a b c d"));
    assertEquals(
        List.of("not", "good", "not good"),
        STANDARD.withShortest(3).withNGrams(2).of("not so good"));
  }

  @Test
  void aRuleSaysWhatDiffersFromTheStandard() {
    assertEquals("words", STANDARD.toString());
    assertEquals(
        "words of 2 characters or more, up to 3 as one, capitals kept",
        STANDARD.withShortest(2).withNGrams(3).withCase().toString());
  }

  @Test
  void numbersOutsideAreRefused() {
    assertEquals(
        "shortest must be at least 1, but was 0", Rejected.message(() -> STANDARD.withShortest(0)));
    assertEquals(
        "nGrams must be at most 10, but was 11", Rejected.message(() -> STANDARD.withNGrams(11)));
    assertEquals(
        "nGrams must be at least 1, but was 0", Rejected.message(() -> new Words(1, 0, true)));
  }
}
