package io.github.gradusml.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {
  @TempDir Path folder;

  private List<String> headerOf(String... names) throws IOException {
    CsvTable table = new CsvTable(List.of(names));
    table.add(List.of(names));
    return written(table).getHeader();
  }

  private NamedCsvRecord written(CsvTable table) throws IOException {
    Path file = folder.resolve("table.csv");
    table.write(file);
    try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(file)) {
      return lines.stream().findFirst().orElseThrow();
    }
  }

  @Test
  void namesThatDifferStayAsTheyAre() throws IOException {
    List<String> names = List.of("a", "A", "a,b", "a\"b", "a\nb", "a\r\nc", " d ", "", "#", "_2");
    assertEquals(names, headerOf(names.toArray(String[]::new)));
  }

  @Test
  void aNameThatComesAgainIsNumbered() throws IOException {
    assertEquals(List.of("a", "a_3", "a_2", "a_4"), headerOf("a", "a", "a_2", "a"));
  }

  @Test
  void namesThatReadersMayTakeForTheSameAreNumberedToo() throws IOException {
    assertEquals(List.of("a", "a_2", "b\nc", "b\nc_2"), headerOf("a", " a ", "b\nc", "b\r\nc"));
  }

  @Test
  void whatNoTextHasIsReplaced() throws IOException {
    assertEquals(
        List.of("\uFFFD", "\uFFFD_2", "\uD83D\uDE00"),
        headerOf("\uFFFF", "\uD83D", "\uD83D\uDE00"));
  }

  @Test
  void aNumberThatIsNotThereIsAnEmptyField() throws IOException {
    CsvTable table = new CsvTable(List.of("a", "b"));
    table.add(List.of(Double.NaN, 0.1));
    assertEquals(List.of("", "0.1"), written(table).getFields());
  }
}
