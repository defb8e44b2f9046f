package io.github.gradusml.data;

import static io.github.gradusml.data.SvmlightTexts.bytes;
import static io.github.gradusml.data.SvmlightTexts.packed;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files packed by gzip that are broken, or that unpack to more than anybody wants. */
class SvmlightPackedTest {
  private static final SvmlightReader READER = SvmlightReader.target();

  /** As long as what a packed file may have in any case, and a line. */
  private static final int BEYOND = (int) UnpackedText.ALWAYS_ALLOWED / 64 + 1;

  private static String message(SvmlightReader reader, byte[] content) {
    return Rejected.message(() -> SvmlightTexts.read(reader, new ByteArrayInputStream(content)));
  }

  private static String rows(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("1 ").append(1 + i % 7).append(":0.").append(i).append('\n');
    }
    return text.toString();
  }

  @Test
  void whereverAPackedFileEndsTooEarlyItIsSaidToBeTruncated() {
    byte[] whole = packed(bytes(rows(100)));
    for (int length = 2; length < whole.length; length++) {
      String message = message(READER, Arrays.copyOf(whole, length));
      assertTrue(
          message.matches(
              "data\\.svm, line \\d+: the gzip file is truncated: it ends before its text does;"
                  + " copy or fetch it again"),
          length + ": " + message);
    }
  }

  @Test
  void theLineThatATruncatedFileEndsInIsNamed() {
    byte[] whole = packed(bytes(rows(100_000)));
    String message = message(READER, Arrays.copyOf(whole, whole.length / 2));
    int line = Integer.parseInt(message.replaceAll("data\\.svm, line (\\d+):.*", "$1"));
    assertTrue(line > 30_000 && line < 70_000, message);
  }

  @Test
  void aPackedFileThatIsDamagedIsSaidToBeSo() {
    byte[] whole = packed(bytes(rows(100)));
    whole[whole.length - 6] ^= 1; // of its checksum
    assertEquals(
        "data.svm, line 101: the gzip file is damaged (Corrupt GZIP trailer); copy or fetch it"
            + " again",
        message(READER, whole));
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  @Test
  void partsPackedOneAfterTheOtherAreOneTextAndZerosMayFillItUp() {
    byte[] whole = joined(packed(bytes("1 1:1\n")), packed(bytes("2 1:3\n")));
    for (byte[] content : List.of(whole, joined(whole, new byte[512]))) {
      assertArrayEquals(
          new double[] {1, 2},
          SvmlightTexts.read(READER, new ByteArrayInputStream(content)).targets());
    }
  }

  /** Java takes a part whose beginning it cannot read for the end. */
  @Test
  void aSecondPartThatIsTruncatedOrDamagedAtItsBeginningIsNotLeftOutInSilence() {
    byte[] first = packed(bytes("1 1:1\n"));
    byte[] second = packed(bytes("2 1:3\n"));
    byte[] damaged = second.clone();
    damaged[0] ^= 1;
    for (byte[] part : List.of(damaged, Arrays.copyOf(second, 5))) {
      assertEquals(
          "data.svm, line 2: the gzip file is damaged (what follows its first part is no other);"
              + " copy or fetch it again",
          message(READER, joined(first, part)));
    }
  }

  @Test
  void aSmallFileThatUnpacksToVeryMuchIsRefusedUnlessTheUserTrustsIt() {
    byte[] bomb = packed(bytes(("#" + " ".repeat(62) + "\n").repeat(BEYOND) + "1 1:1\n"));
    String message = message(READER, bomb);
    assertTrue(
        message.matches(
            "data\\.svm, line 10\\d{5}: text must be at most 100 times as long as the gzip file,"
                + " but \\d+ bytes make more than 671\\d{5}; if you trust the file,"
                + " withTextLimit\\(bytes\\) allows it"),
        message);
    Dataset data =
        SvmlightTexts.read(READER.withTextLimit(1L << 27), new ByteArrayInputStream(bomb));
    assertEquals(1, data.rows());
  }

  @Test
  void aLimitHoldsForPlainTextToo() {
    String text = "1 1:1\n2 1:2\n";
    assertEquals(2, SvmlightTexts.read(READER.withTextLimit(12), text).rows());
    assertEquals(
        "data.svm, line 1: text must be at most 11 bytes, as withTextLimit says, but is longer",
        message(READER.withTextLimit(11), bytes(text)));
    assertEquals(
        "data.svm, line 1: text must be at most 11 bytes, as withTextLimit says, but is longer",
        message(READER.withTextLimit(11), packed(bytes(text))));
  }

  @Test
  void twoBytesThatPromiseAPackedFileAreNotTakenForText() {
    assertEquals(
        "data.svm, line 1: the gzip file is damaged (Unsupported compression method); copy or"
            + " fetch it again",
        message(READER, new byte[] {0x1F, (byte) 0x8B, 7, 0, 0, 0, 0, 0, 0, 0, 0}));
    assertEquals(
        "data.svm, line 1, column 1: label must be a number, but is \"\u001F\"",
        message(READER, new byte[] {0x1F}));
  }
}
