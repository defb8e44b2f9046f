package io.github.gradusml.reliability;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CsvInputsTest {
  @Test
  void aFileIsReadAsThePlainestParserReadsItOrRefusedWithItsLine() throws IOException {
    int[] readAndRefused = CsvInputs.check(1, 2_000);
    assertTrue(readAndRefused[0] > 300, readAndRefused[0] + " are read");
    assertTrue(readAndRefused[1] > 300, readAndRefused[1] + " are refused");
  }
}
