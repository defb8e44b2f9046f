package io.github.gradusml.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Function;

/**
 * A text file that holds fields and shows whether it was changed since: JSON whose last line but
 * one is the SHA-256 of all the lines before it.
 *
 * <p>Its first fields are {@code "format"} and {@code "version"}, its last is {@code "sha256"}. On
 * a command line, the lines without the last two have it in {@code sha256sum}. This frame, and that
 * values are of the kinds that {@link Fields} has, is the same in every version, so that any
 * version can tell a damaged file from a newer one.
 */
public final class SealedFile {
  private static final String FORMAT = "format";
  private static final String VERSION = "version";
  private static final String SHA256 = "sha256";
  private static final String BEFORE = "  \"" + SHA256 + "\": \"";
  private static final String AFTER = "\"\n}\n";
  private static final int SUM = 64;
  private static final int LENGTH_OF_END = BEFORE.length() + SUM + AFTER.length();

  private SealedFile() {}

  /**
   * Writes fields.
   *
   * @param format what the file is
   * @param version the version of the format
   * @param fields what it holds besides
   * @param out where to; neither flushed nor closed
   * @throws IOException if that fails
   */
  public static void write(String format, int version, Fields fields, OutputStream out)
      throws IOException {
    Fields all = Fields.none().with(FORMAT, format).with(VERSION, version);
    fields.values().forEach(all::put);
    MessageDigest digest = Fingerprint.sha256();
    OutputStream summed = new DigestOutputStream(out, digest);
    JsonText.write(all, summed);
    summed.write(ascii(",\n"));
    out.write(ascii(BEFORE + HexFormat.of().formatHex(digest.digest()) + AFTER));
  }

  /**
   * Reads fields from a file.
   *
   * @param file the file
   * @param format what it must be
   * @param newest the newest version that can be read
   * @return what it holds, without the format, its version and the checksum
   * @throws UncheckedIOException if it cannot be read
   * @throws IllegalArgumentException if it is something else, damaged or newer
   */
  public static Fields read(Path file, String format, int newest) {
    return read(file, format, newest, fields -> fields);
  }

  /**
   * Reads what fields of a file stand for.
   *
   * @param <T> what that is
   * @param file the file
   * @param format what it must be
   * @param newest the newest version that can be read
   * @param content makes it of the fields; an IllegalArgumentException of its is told with the name
   *     of the file
   * @return what the content returned
   * @throws UncheckedIOException if it cannot be read
   * @throws IllegalArgumentException if it is something else, damaged or newer
   */
  public static <T> T read(Path file, String format, int newest, Function<Fields, T> content) {
    String name = "file " + Checks.notNull("file", file).toAbsolutePath();
    try (InputStream in = Files.newInputStream(file)) {
      if (Files.size(file) > Checks.LONGEST_ARRAY) {
        throw new IllegalArgumentException(
            "must have at most " + Checks.LONGEST_ARRAY + " bytes, but has " + Files.size(file));
      }
      return content(in, format, newest, content);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read: " + SafeFile.reason(file, e), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + " " + e.getMessage(), e);
    }
  }

  /**
   * Reads what fields stand for.
   *
   * @param <T> what that is
   * @param in where from; read to its end, not closed
   * @param format what it must be
   * @param newest the newest version that can be read
   * @param content makes it of the fields
   * @return what the content returned
   * @throws UncheckedIOException if reading fails
   * @throws IllegalArgumentException if it is something else, damaged or newer
   */
  public static <T> T read(InputStream in, String format, int newest, Function<Fields, T> content) {
    Checks.notNull("in", in);
    try {
      return content(in, format, newest, content);
    } catch (IOException e) {
      throw new UncheckedIOException("input cannot be read: " + SafeFile.reason(e), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("input " + e.getMessage(), e);
    }
  }

  /** Messages begin with a verb, so that a name can stand before them. */
  private static <T> T content(
      InputStream in, String format, int newest, Function<Fields, T> content) throws IOException {
    Fields fields = fields(in, format, newest);
    try {
      return content.apply(fields);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("has wrong content: " + e.getMessage(), e);
    }
  }

  private static Fields fields(InputStream in, String format, int newest) throws IOException {
    byte[] text = bytes(in);
    checkSum(text);
    Fields all = JsonText.read(text);
    if (!all.text(FORMAT).equals(format)) {
      throw new IllegalArgumentException(
          "must be of the format "
              + Texts.quoted(format)
              + ", but is of "
              + Texts.quoted(all.text(FORMAT)));
    }
    long version = all.whole(VERSION, 1, Integer.MAX_VALUE);
    if (version > newest) {
      throw new IllegalArgumentException(
          "was written by a newer version of Gradus: its format is version "
              + version
              + ", and this one reads up to "
              + newest
              + "; take a newer version of the library");
    }
    all.remove(FORMAT);
    all.remove(VERSION);
    all.remove(SHA256);
    return all;
  }

  /** Of what is no such file, nothing but the first byte is read: it may have no end. */
  private static byte[] bytes(InputStream in) throws IOException {
    PushbackInputStream first = new PushbackInputStream(in);
    int one = first.read();
    if (one != '{') {
      throw new IllegalArgumentException(
          one < 0 ? "is empty" : "is no file of Gradus: it does not begin with {");
    }
    first.unread(one);
    return first.readAllBytes();
  }

  private static void checkSum(byte[] text) {
    int body = text.length - LENGTH_OF_END;
    if (body <= 0 || !hasEnd(text, body)) {
      throw new IllegalArgumentException(
          "is no file of Gradus or not all of it: its last line but one is not the checksum"
              + linesEnd(text));
    }
    MessageDigest digest = Fingerprint.sha256();
    digest.update(text, 0, body);
    if (!isAt(text, body + BEFORE.length(), HexFormat.of().formatHex(digest.digest()))) {
      throw new IllegalArgumentException(
          "was damaged or changed since it was written: its checksum is not that of its content"
              + linesEnd(text));
    }
  }

  private static boolean hasEnd(byte[] text, int body) {
    return isAt(text, body - 2, ",\n") // a whole line is before
        && isAt(text, body, BEFORE)
        && isAt(text, body + BEFORE.length() + SUM, AFTER);
  }

  private static boolean isAt(byte[] text, int from, String wanted) {
    byte[] bytes = ascii(wanted);
    return from >= 0 && Arrays.equals(text, from, from + bytes.length, bytes, 0, bytes.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** What most often changes a text file without anybody's wish. */
  private static String linesEnd(byte[] text) {
    for (int i = 1; i < text.length; i++) {
      if (text[i] == '\n' && text[i - 1] == '\r') {
        return "; its lines end as on Windows now: keep it from being converted, in git by"
            + " *.json -text in .gitattributes";
      }
    }
    return "";
  }
}
