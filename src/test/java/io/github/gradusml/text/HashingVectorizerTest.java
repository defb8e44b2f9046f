package io.github.gradusml.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Allocated;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rows.Rows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HashingVectorizerTest {
  private static final HashingVectorizer STANDARD = HashingVectorizer.standard();
  private static final Dataset TEXTS =
      CountVectorizerTest.texts("free money free", "no money", "Free lunch, no", "");

  @Test
  void aWordCountsInTheColumnOfItsHashWithItsSign() {
    Dataset hashed = STANDARD.apply(TEXTS);
    assertEquals(1 << 18, hashed.features());
    assertEquals(2 * STANDARD.sign("free"), hashed.value(0, STANDARD.column("free")));
    assertEquals(STANDARD.sign("money"), hashed.value(1, STANDARD.column("money")));
    assertEquals(2 + 2 + 3, hashed.inputs().numbers());
  }

  @Test
  void withoutSignsNoNumberIsNegative() {
    HashingVectorizer unsigned = STANDARD.withoutSigns().withColumns(2);
    for (int i = 0; i < TEXTS.rows(); i++) {
      for (double value : unsigned.apply(TEXTS).row(i)) {
        assertTrue(value >= 0);
      }
    }
    assertEquals(1, unsigned.sign("free"));
    assertEquals(3, unsigned.withColumns(1).apply(TEXTS).value(0, 0));
  }

  @Test
  void wordsOfOneColumnAddUpAndCancel() {
    List<String> words = new ArrayList<>();
    int sum = 0;
    for (int i = 0; i < 100; i++) {
      words.add("w" + i);
      sum += STANDARD.sign("w" + i);
    }
    assertEquals(sum, STANDARD.withColumns(1).rows(List.of(String.join(" ", words))).value(0, 0));
  }

  /** Of two words' inner product, what collisions add is 0 on average over seeds. */
  @Test
  void signsMakeCollisionsCancelInTheMean() {
    int sum = 0;
    for (int seed = 0; seed < 10_000; seed++) {
      HashingVectorizer one = STANDARD.withColumns(1).withSeed(seed);
      sum += one.sign("free") * one.sign("money");
    }
    assertEquals(0, sum / 10_000.0, 4 / Math.sqrt(10_000)); // four standard errors
  }

  @Test
  void anotherSeedPutsOtherWordsTogether() {
    Set<Integer> columns = new HashSet<>();
    for (int seed = 0; seed < 20; seed++) {
      columns.add(STANDARD.withSeed(seed).column("free"));
    }
    assertEquals(20, columns.size());
  }

  @Test
  void aWordCountsOnceWhereCountsAreBinary() {
    Rows rows = STANDARD.withBinaryCounts().withoutSigns().withColumns(1).apply(TEXTS).inputs();
    assertEquals(2, rows.value(0, 0)); // free and money
    assertEquals(2, rows.value(1, 0));
    assertEquals(3, rows.value(2, 0));
  }

  @Test
  void namesAreNumbersUntilWordsAreKept() {
    Dataset hashed = STANDARD.withColumns(4).apply(TEXTS);
    assertEquals(List.of("#0", "#1", "#2", "#3"), hashed.featureNames());
    HashingVectorizer one = STANDARD.withColumns(1);
    assertEquals(
        List.of("free | lunch | money | … 1 more"),
        one.withNames(one.wordsOf(TEXTS).all()).apply(TEXTS).featureNames());
    HashingVectorizer wide = STANDARD.withNames(List.of("money", "free", "money"));
    List<String> names = wide.apply(TEXTS).featureNames();
    assertEquals("money", names.get(wide.column("money")));
    assertEquals("free", names.get(wide.column("free")));
    assertEquals("#" + wide.column("lunch"), names.get(wide.column("lunch")));
    assertEquals(List.of("free", "money"), wide.names().all());
  }

  @Test
  void namesSurviveOtherSettings() {
    HashingVectorizer named =
        STANDARD.withNames(List.of("free")).withColumns(64).withSeed(3).withUnitLength();
    assertEquals("free", named.apply(TEXTS).featureNames().get(named.column("free")));
  }

  @Test
  void wordsAreFoundByColumnAndThoseThatShareOneAreCounted() {
    HashedWords words = STANDARD.withColumns(2).wordsOf(TEXTS);
    assertEquals(List.of("free", "lunch", "money", "no"), words.all());
    List<String> both = new ArrayList<>(words.in(0));
    both.addAll(words.in(1));
    assertEquals(new HashSet<>(words.all()), new HashSet<>(both));
    int shared = (words.in(0).size() > 1 ? words.in(0).size() : 0);
    shared += words.in(1).size() > 1 ? words.in(1).size() : 0;
    assertEquals(shared, words.collisions());
    assertEquals(0, STANDARD.wordsOf(TEXTS).collisions());
    assertEquals(4, STANDARD.withColumns(1).wordsOf(TEXTS).collisions());
    assertEquals(
        "HashedWords(4 words in 1 column, of which 4 share one with others)",
        STANDARD.withColumns(1).wordsOf(TEXTS).toString());
  }

  /** One in nine, as the page on the class says: 1 − (1 − 1/d)^(m − 1) = 0.108. */
  @Test
  void ofThirtyThousandWordsOneInNineSharesAColumn() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 30_000; i++) {
      text.append('w').append(i).append(' ');
    }
    HashedWords words = STANDARD.wordsOf(CountVectorizerTest.texts(text.toString()));
    assertEquals(0.108, words.collisions() / 30_000.0, 0.008); // four standard errors
  }

  @Test
  void aMillionNamesAreMadeWhenTheyAreAskedForAndComparedWithoutBeingMade() {
    HashingVectorizer wide = STANDARD.withColumns(100_000_000).withNames(List.of("free"));
    long bytes =
        Allocated.by(
            () -> {
              Dataset one = wide.apply(TEXTS);
              Dataset other = wide.apply(TEXTS.select(1, 0));
              one.checkSameColumns("one", "other", other);
              assertEquals(one.featureNames(), other.featureNames());
              assertEquals("#99999999", one.featureNames().get(99_999_999));
            });
    assertTrue(bytes < 1_000_000, () -> bytes + " bytes");
  }

  @Test
  void vectorizersAreEqualWhereTheyDoTheSame() {
    HashingVectorizer one = STANDARD.withSeed(1).withNames(List.of("a"));
    assertEquals(one, STANDARD.withNames(List.of("a")).withSeed(1));
    assertEquals(one.hashCode(), STANDARD.withNames(List.of("a")).withSeed(1).hashCode());
    for (HashingVectorizer other :
        List.of(
            one.withSeed(2),
            one.withColumns(5),
            one.withoutSigns(),
            one.withBinaryCounts(),
            one.withNames(List.of("b")),
            one.withWords(Words.standard().withCase()))) {
      assertNotEquals(one, other);
    }
  }

  @Test
  void settingsAreTold() {
    assertEquals("HashingVectorizer(262144 columns, signed, words)", STANDARD.toString());
    assertEquals(
        "HashingVectorizer(8 columns, seed: -3, unsigned, words, each once, rows of length 1, names"
            + " of 1 word)",
        STANDARD
            .withColumns(8)
            .withSeed(-3)
            .withoutSigns()
            .withBinaryCounts()
            .withUnitLength()
            .withNames(List.of("a"))
            .toString());
    assertArrayEquals(
        new Object[] {8, -3, false, true, true},
        settings(
            STANDARD
                .withColumns(8)
                .withSeed(-3)
                .withoutSigns()
                .withBinaryCounts()
                .withUnitLength()));
    assertArrayEquals(new Object[] {1 << 18, 0, true, false, false}, settings(STANDARD));
  }

  private static Object[] settings(HashingVectorizer v) {
    return new Object[] {v.columns(), v.seed(), v.isSigned(), v.isBinary(), v.hasUnitLength()};
  }
}
