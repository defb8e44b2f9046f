package io.github.gradusml.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that shows whether it was changed. */
class SealedFileTest {
  private static final Fields SOME = Fields.none().with("name", "ä").with("x", 0.5);

  @TempDir Path folder;

  private static byte[] written(String format, int version) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      SealedFile.write(format, version, SOME, out);
    } catch (IOException e) {
      throw new IllegalStateException("an array takes everything", e);
    }
    return out.toByteArray();
  }

  private static Fields read(byte[] bytes) {
    return SealedFile.read(new ByteArrayInputStream(bytes), "test", 3, fields -> fields);
  }

  private static String refusal(byte[] bytes) {
    return Rejected.message(() -> read(bytes));
  }

  @Test
  void theLastLineButOneIsTheSumOfThoseBefore() throws Exception {
    String text = new String(written("test", 3), StandardCharsets.UTF_8);
    String body =
        "{\n  \"format\": \"test\",\n  \"version\": 3,\n  \"name\": \"ä\",\n  \"x\": 0.5,\n";
    byte[] sum = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
    assertEquals(body + "  \"sha256\": \"" + HexFormat.of().formatHex(sum) + "\"\n}\n", text);
    assertEquals(Set.of("name", "x"), read(written("test", 3)).names());
  }

  @Test
  void everyTruncationAndEveryFlippedBitIsRefused() {
    byte[] bytes = written("test", 3);
    for (int length = 0; length < bytes.length; length++) {
      refusal(Arrays.copyOf(bytes, length));
    }
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      refusal(flipped);
    }
    refusal(Arrays.copyOf(bytes, bytes.length + 1));
  }

  @Test
  void whatIsWrongIsSaid() {
    byte[] bytes = written("test", 3);
    assertEquals("input is empty", refusal(new byte[0]));
    assertEquals(
        "input is no file of Gradus: it does not begin with {",
        refusal("radius,texture\n1,2\n".getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        "input is no file of Gradus or not all of it: its last line but one is not the checksum",
        refusal(Arrays.copyOf(bytes, bytes.length - 20)));
    bytes[40] ^= 1;
    assertEquals(
        "input was damaged or changed since it was written: its checksum is not that of its"
            + " content",
        refusal(bytes));
    assertEquals(
        "input must be of the format \"test\", but is of \"tets\"", refusal(written("tets", 1)));
    assertEquals(
        "input was written by a newer version of Gradus: its format is version 4, and this one"
            + " reads up to 3; take a newer version of the library",
        refusal(written("test", 4)));
    assertEquals(
        "input version must be whole and from 1 to 2147483647, but was 0.0",
        refusal(written("test", 0)));
  }

  @Test
  void endsOfLinesThatWereConvertedAreTold() {
    String text = new String(written("test", 3), StandardCharsets.UTF_8).replace("\n", "\r\n");
    assertTrue(
        refusal(text.getBytes(StandardCharsets.UTF_8))
            .contains("; its lines end as on Windows now: keep it from being converted"));
  }

  @Test
  void whatHasNoEndIsNotReadToIt() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 0;
          }
        };
    assertEquals(
        "input is no file of Gradus: it does not begin with {",
        Rejected.message(() -> SealedFile.read(endless, "test", 3, fields -> fields)));
  }

  @Test
  void messagesNameTheFile() throws IOException {
    Path file = Files.write(folder.resolve("a.json"), written("test", 3));
    assertEquals(0.5, SealedFile.read(file, "test", 3).number("x"));
    assertEquals(
        "file " + file + " has wrong content: name must be a number, but was \"ä\"",
        Rejected.message(() -> SealedFile.read(file, "test", 3, all -> all.number("name"))));
    assertEquals(
        "file " + file + " must be of the format \"other\", but is of \"test\"",
        Rejected.message(() -> SealedFile.read(file, "other", 3)));
    Path none = folder.resolve("none.json");
    assertEquals(
        "file " + none + " cannot be read: there is no such file or folder",
        assertThrows(UncheckedIOException.class, () -> SealedFile.read(none, "test", 3))
            .getMessage());
    assertEquals(
        "file " + folder + " cannot be read: it is a folder",
        assertThrows(UncheckedIOException.class, () -> SealedFile.read(folder, "test", 3))
            .getMessage());
  }

  @Test
  void aStreamThatFailsIsSaid() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the line is dead");
          }
        };
    assertEquals(
        "input cannot be read: the line is dead",
        assertThrows(
                UncheckedIOException.class,
                () -> SealedFile.read(failing, "test", 3, fields -> fields))
            .getMessage());
  }
}
