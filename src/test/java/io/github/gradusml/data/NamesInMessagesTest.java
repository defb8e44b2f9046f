package io.github.gradusml.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages are short, however many and however long the names are, and name the closest. */
class NamesInMessagesTest {
  private static final String LONG = "n".repeat(20_000);

  private static Dataset named(String... names) {
    return Dataset.of(new double[1][names.length], new double[1]).withFeatureNames(names);
  }

  private static String[] longNames(int number) {
    return IntStream.range(0, number).mapToObj(j -> j + LONG.substring(j)).toArray(String[]::new);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "age, age, 0",
    "Age, aGE, 0",
    "'', age, 3",
    "age, aged, 1",
    "age, ge, 1",
    "age, agr, 1",
    "age, gae, 1",
    "kitten, sitting, 3",
    "ca, abc, 3"
  })
  void theEditDistanceCountsEditsAndSwaps(String one, String other, int distance) {
    assertEquals(distance, EditDistance.between(one, other));
    assertEquals(distance, EditDistance.between(other, one));
  }

  @Test
  void amongManyNamesTheClosestAreNamed() {
    Dataset data =
        named("age", "height", "weight", "income", "ages", "a", "b", "c", "d", "e", "f", "g");
    String first =
        "feature must be one of [age, height, weight, income, ages, a, b, c, d, e,"
            + " … 12 in all], but was ";
    assertEquals(
        first + "\"wieght\"; closest are \"weight\", \"height\"",
        Rejected.message(() -> data.selectFeatures("wieght")));
    assertEquals(
        first + "\"Aged\"; closest are \"age\", \"ages\"",
        Rejected.message(() -> data.selectFeatures("Aged")));
    assertEquals(first + "\"zzz\"", Rejected.message(() -> data.selectFeatures("zzz")));
  }

  static Stream<Executable> calls() {
    String[] names = longNames(30);
    String[] twice = longNames(30);
    twice[29] = twice[0];
    String[] others = Arrays.stream(names).map(name -> "m" + name).toArray(String[]::new);
    Dataset data = named(names);
    Dataset classes =
        Dataset.of(new double[30][1], IntStream.range(0, 30).asDoubleStream().toArray());
    Dataset named = classes.withClassNames(names);
    String header = String.join(",", names);
    String[] swapped = names.clone();
    swapped[0] = names[1];
    swapped[1] = names[0];
    return Stream.of(
        () -> data.selectFeatures(LONG),
        () -> data.withFeatureNames(twice),
        () -> classes.withClassNames(twice),
        () -> classes.withClassNames(longNames(29)),
        () -> named.oneVersusRest(LONG),
        () -> named.checkSameColumns("data", "validation", classes.withClassNames(others)),
        () -> Standardizer.fit(data).apply(data.withFeatureNames(others)),
        () -> Standardizer.fit(data).apply(data.selectFeatures(swapped)),
        () -> Standardizer.fit(named("a" + LONG)).apply(Double.NaN),
        () -> Split.stratified(named, 0.5, 1),
        () -> read(CsvReader.target(LONG), header),
        () -> read(CsvReader.target(names[0]).withoutColumn(LONG), header),
        () -> read(CsvReader.target(names[0]), header + "," + names[0]),
        () -> read(CsvReader.target(names[0]), header + "\n" + LONG),
        () -> read(CsvReader.target(0), header + "\n" + LONG + ",1".repeat(29)),
        () ->
            read(
                CsvReader.classTarget(0).withLabels(names), header + "\n" + LONG + ",1".repeat(29)),
        () -> CsvReader.target("y").read(Path.of("/" + "folder/".repeat(500) + "file.csv")));
  }

  private static void read(CsvReader reader, String text) throws IOException {
    reader.read(new StringReader(text), "data.csv" + LONG);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void noMessageIsLongerThanAThousandCharacters(Executable call) {
    String message = assertThrows(RuntimeException.class, call).getMessage();
    assertTrue(message.length() <= 1000, message.length() + " characters: " + message);
  }

  @Test
  void twoClassesOfOneNameAreRefused() {
    Dataset data = Dataset.of(new double[3][1], new double[] {0, 1, 2});
    assertEquals(
        "class names must differ, but were [a, b, a]",
        Rejected.message(() -> data.withClassNames("a", "b", "a")));
    assertEquals(
        "labels must be at least two different ones, but were [a, a]",
        Rejected.message(() -> CsvReader.classTarget(0).withLabels("a", " a ")));
  }

  @Test
  void labelsAreGivenAsTheyAreReadWithoutBlanksAround() throws IOException {
    Dataset data =
        CsvReader.classTarget("y")
            .withLabels(" no", "yes ")
            .read(new StringReader("x,y\n1,yes\n2, no\n"), "data.csv");
    assertEquals(List.of("no", "yes"), data.classNames());
  }

  static Stream<Arguments> others() {
    Dataset data = named("age", "height");
    return Stream.of(
        Rejected.with(
            "features of validation must be in the order of data, but feature 0 was \"height\" in"
                + " place of \"age\"; validation.selectFeatures(names…) brings them in order",
            () ->
                data.checkSameColumns("data", "validation", data.selectFeatures("height", "age"))),
        Rejected.with(
            "validation must have the features of data, but lacked \"height\", and feature 1 was"
                + " \"size\"; withFeatureNames renames features that are the same",
            () -> data.checkSameColumns("data", "validation", named("age", "size"))),
        Rejected.with(
            "validation must have 2 features, but has 1",
            () -> data.checkSameColumns("data", "validation", named("age"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("others")
  void rowsWithOtherColumnsAreRefused(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  @Test
  void namesThatNobodyGaveFitAnyOthers() {
    Dataset data = named("age", "height");
    for (String[] automatic : new String[][] {{"x0", "x1"}, {"x1", "x3"}, {"x0", "x12"}}) {
      data.checkSameColumns("data", "validation", named(automatic));
      named(automatic).checkSameColumns("data", "validation", data);
    }
    for (String[] given : new String[][] {{"x1", "x0"}, {"x01", "x2"}, {"x", "x2"}}) {
      assertTrue(
          Rejected.message(() -> data.checkSameColumns("data", "validation", named(given)))
              .contains("lacked \"age\", \"height\""));
    }
    Dataset classes = Dataset.of(new double[2][1], new double[] {0, 1});
    classes.checkSameColumns("data", "validation", classes.withClassNames("no", "yes"));
  }

  @Test
  void nullIsNamed() {
    Dataset data = named("age");
    assertNullIs("x", () -> Dataset.of(null, new ArrayRealVector(1)));
    assertNullIs("y", () -> Dataset.of(new Array2DRowRealMatrix(1, 1), null));
    assertNullIs("negative", () -> data.selectClasses(null, "b"));
    assertNullIs("positive", () -> data.selectClasses("a", null));
    assertNullIs("positive", () -> data.oneVersusRest(null));
    assertNullIs("function", () -> data.map(null));
    assertNullIs("name", () -> data.checkSameColumns(null, "others", data));
    assertNullIs("validation", () -> data.checkSameColumns("data", "validation", null));
  }

  private static void assertNullIs(String name, Executable call) {
    assertEquals(
        name + " must not be null", assertThrows(NullPointerException.class, call).getMessage());
  }
}
