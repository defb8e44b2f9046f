package io.github.gradusml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.Inputs;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be read, and what comes of it. */
class CsvReaderTest {
  private static final CsvReader PRICE = CsvReader.target("price");

  private static Dataset read(CsvReader reader, String text) throws IOException {
    return reader.read(new StringReader(text), "data.csv");
  }

  /** Rows {1.5, 2}, {-3, 4000} with targets 10 and 20. */
  private static void assertTwoHouses(Dataset data) {
    assertArrayEquals(new double[] {1.5, 2, -3, 4000}, Inputs.of(data));
    assertArrayEquals(new double[] {10, 20}, data.targets());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "area,rooms,price\n1.5,2,10\n-3,4e3,20\n",
        "area,rooms,price\n1.5,2,10\n-3,4e3,20",
        "area,rooms,price\r\n1.5,2,10\r\n-3,4e3,20\r\n",
        "area,rooms,price\r1.5,2,10\r-3,4e3,20\r",
        "\uFEFFarea,rooms,price\n1.5,2,10\n-3,4e3,20\n",
        "area,rooms,price\n\n1.5,2,10\n-3,4e3,20\n\n\n",
        "area , rooms, price\n 1.5,2 ,\t10\n-3, 4e3,20\n",
        "\"area\",\"rooms\",\"price\"\n\"1.5\",\"2\",10\n-3,\"4e3\",\"20\"\n",
        "area,rooms,price\n+1.50,2.,10\n-3.0,4E+3,2e1\n"
      })
  void oneTableInManySpellings(String text) throws IOException {
    Dataset data = read(PRICE, text);
    assertTwoHouses(data);
    assertEquals(List.of("area", "rooms"), data.featureNames());
    assertEquals(List.of(), data.classNames());
  }

  @Test
  void theTargetMayBeAnyColumn() throws IOException {
    Dataset data = read(PRICE, "area,price,rooms\n1.5,10,2\n-3,20,4000\n");
    assertTwoHouses(data);
    assertEquals(List.of("area", "rooms"), data.featureNames());
    assertTwoHouses(read(CsvReader.target(0), "price,area,rooms\n10,1.5,2\n20,-3,4000\n"));
  }

  @Test
  void withoutAHeaderFeaturesAreNamedByTheirColumn() throws IOException {
    Dataset data = read(CsvReader.target(1).withoutHeader(), "1.5,10,2\n-3,20,4000\n");
    assertTwoHouses(data);
    assertEquals(List.of("x0", "x2"), data.featureNames());
    assertTwoHouses(read(CsvReader.target("x1").withoutHeader(), "1.5,10,2\n-3,20,4000\n"));
  }

  @Test
  void aHeaderMayBeOfNumbersWhereTheTargetIsNamedInIt() throws IOException {
    Dataset data = read(CsvReader.target("2020"), "2019,2020,2021\n1.5,10,2\n-3,20,4000\n");
    assertTwoHouses(data);
    assertEquals(List.of("2019", "2021"), data.featureNames());
  }

  @ParameterizedTest
  @ValueSource(chars = {';', '\t', '|', ' '})
  void anotherSeparatorIsAWordAway(char separator) throws IOException {
    String text = "area,rooms,price\n1.5,2,10\n-3,4000,20\n".replace(',', separator);
    assertTwoHouses(read(PRICE.withSeparator(separator), text));
  }

  @Test
  void aDecimalCommaIsAWordAway() throws IOException {
    CsvReader german = PRICE.withDecimalComma().withSeparator(';');
    assertTwoHouses(read(german, "area;rooms;price\n1,5;2;10\n-3,0;4000;\"2,0e1\"\n"));
  }

  @Test
  void columnsAreLeftOutOnRequestOneCallAfterTheOther() throws IOException {
    String text = "id,area,color,rooms,price\n7,1.5,red,2,10\n8,-3,green,4000,20\n";
    assertTwoHouses(read(PRICE.withoutColumn("id", "color"), text));
    assertTwoHouses(read(PRICE.withoutColumn("id").withoutColumn("color"), text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "?", "NA", "n/a", "NaN", "nan", "NULL", "\"\""})
  void aRowWithAMissingValueIsLeftOutOnRequest(String missing) throws IOException {
    String text = "area,rooms,price\n1.5,2,10\n@,1,5\n6,7,@\n-3,4000,20\n".replace("@", missing);
    assertTwoHouses(read(PRICE.withoutIncompleteRows(), text));
  }

  @Test
  void aMissingLabelIsMissingToo() throws IOException {
    Dataset data =
        read(CsvReader.classTarget("kind").withoutIncompleteRows(), "x,kind\n1,a\n2,\n3,b\n4,NA\n");
    assertArrayEquals(new double[] {1, 3}, data.column(0));
    assertEquals(List.of("a", "b"), data.classNames());
  }

  @Test
  void classesAreNumberedInAlphabeticalOrder() throws IOException {
    Dataset data = read(CsvReader.classTarget("kind"), "x,kind\n1,rose\n2,iris\n3,rose\n4,lily\n");
    assertEquals(List.of("iris", "lily", "rose"), data.classNames());
    assertArrayEquals(new double[] {2, 0, 2, 1}, data.targets());
    assertArrayEquals(
        new double[] {2, 0},
        read(CsvReader.classTarget(0), "kind,x\nrose,1\niris,2\nlily,3\n").select(0, 1).targets());
  }

  @Test
  void orInTheOrderThatIsGiven() throws IOException {
    CsvReader reader = CsvReader.classTarget("kind").withLabels("rose", "iris", "tulip");
    Dataset data = read(reader, "x,kind\n1,iris\n2,\"rose\"\n");
    assertEquals(List.of("rose", "iris", "tulip"), data.classNames());
    assertArrayEquals(new double[] {1, 0}, data.targets());
  }

  @Test
  void quotesHideSeparatorsQuotesAndLineBreaks() throws IOException {
    String text =
        "x,\"a \"\"note\"\", or two\",kind\n1,\"one\ntwo, three\",\"a,b\"\n2,\"\",\"c\"\"d\"\n";
    Dataset data = read(CsvReader.classTarget("kind").withoutColumn("a \"note\", or two"), text);
    assertArrayEquals(new double[] {1, 2}, data.column(0));
    assertEquals(List.of("a,b", "c\"d"), data.classNames());
  }

  @Test
  void aTableMayHaveMoreColumnsThanTheParserTakesUnasked() throws IOException {
    int d = 20_000;
    String header = IntStream.range(0, d).mapToObj(j -> "g" + j).collect(Collectors.joining(","));
    String row = IntStream.range(0, d).mapToObj(j -> "" + j).collect(Collectors.joining(","));
    Dataset data = read(CsvReader.target("price"), header + ",price\n" + row + ",1\n");
    assertEquals(d, data.features());
    assertEquals(19_999, data.value(0, 19_999));
  }

  @Test
  void aReaderIsAValueAndItsMethodsReturnAnother() throws IOException {
    PRICE.withoutHeader();
    PRICE.withSeparator(';');
    PRICE.withDecimalComma();
    PRICE.withoutIncompleteRows();
    PRICE.withoutColumn("area");
    assertTwoHouses(read(PRICE, "area,rooms,price\n1.5,2,10\n-3,4000,20\n"));
  }

  @Test
  void digitsOfEveryLengthAreReadAsJavaReadsThem() throws IOException {
    double[] numbers = {0.1, 1e-320, Math.PI, 123456789012345678.0, Double.MAX_VALUE, -1e-7};
    String rows = Arrays.stream(numbers).mapToObj(x -> x + ",1").collect(Collectors.joining("\n"));
    assertArrayEquals(numbers, read(PRICE, "x,price\n" + rows).column(0));
  }
}
