package io.github.gradusml.data;

import io.github.gradusml.internal.Texts;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The bytes of a text that may be packed by gzip, which its first two bytes tell; no more of them
 * than a limit.
 *
 * <p>A few bytes of gzip may unpack to a thousand times as many, and nothing but a limit keeps them
 * from filling the memory.
 */
final class UnpackedText extends InputStream {
  /** Of text for each packed byte. Text of numbers has three to ten, of a few words at most 100. */
  static final int MOST_A_PACKED_BYTE = 100;

  /** As much text needs no reason. */
  static final long ALWAYS_ALLOWED = 1L << 26;

  private static final int FIRST_BYTE = 0x1F;
  private static final int SECOND_BYTE = 0x8B;
  private static final int BUFFER = 1 << 16;

  private final Counted source;

  /** Bytes of text; 0 for what the packed bytes may have. */
  private final long limit;

  private InputStream text;
  private boolean isPacked;
  private long size;

  UnpackedText(InputStream source, long limit) {
    this.source = new Counted(source);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /** An IllegalArgumentException says, without the place, what is wrong with the content. */
  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int count;
    try {
      text = text == null ? open() : text;
      count = text.read(into, from, length);
    } catch (EOFException e) {
      throw new IllegalArgumentException(
          "the gzip file is truncated: it ends before its text does; copy or fetch it again", e);
    } catch (ZipException e) {
      throw new IllegalArgumentException(
          "the gzip file is damaged (" + Texts.brief(e.getMessage()) + "); copy or fetch it again",
          e);
    }
    size += Math.max(0, count);
    checkSize();
    return count;
  }

  private InputStream open() throws IOException {
    PushbackInputStream whole = new PushbackInputStream(source, 2);
    byte[] start = whole.readNBytes(2);
    whole.unread(start);
    isPacked =
        start.length == 2 && (start[0] & 0xFF) == FIRST_BYTE && (start[1] & 0xFF) == SECOND_BYTE;
    return isPacked ? new Packed(whole) : whole;
  }

  @Override
  public void close() throws IOException {
    if (text != null) {
      text.close(); // lets go of memory outside the heap
    }
    source.close();
  }

  private void checkSize() {
    if (limit > 0 && size > limit) {
      throw new IllegalArgumentException(
          "text must be at most " + limit + " bytes, as withTextLimit says, but is longer");
    }
    if (limit == 0
        && isPacked
        && size > Math.max(ALWAYS_ALLOWED, MOST_A_PACKED_BYTE * source.count)) {
      throw new IllegalArgumentException(
          "text must be at most "
              + MOST_A_PACKED_BYTE
              + " times as long as the gzip file, but "
              + source.count
              + " bytes make more than "
              + size
              + "; if you trust the file, withTextLimit(bytes) allows it");
    }
  }

  /**
   * Parts packed one after the other are one text. Java takes a part whose first bytes are damaged
   * for the end, and says nothing; zeros alone may fill up a file.
   */
  private static final class Packed extends GZIPInputStream {
    private static final int CHECK_SUM_AND_SIZE = 8;

    Packed(InputStream in) throws IOException {
      super(in, BUFFER);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int count = super.read(into, from, length);
      if (count < 0 && hasMore()) {
        throw new ZipException("what follows its first part is no other");
      }
      return count;
    }

    private boolean hasMore() {
      int behind = len - inf.getRemaining() + CHECK_SUM_AND_SIZE;
      return IntStream.range(Math.max(0, behind), len).anyMatch(i -> buf[i] != 0);
    }
  }

  /** Counts what is read of the file itself. */
  private static final class Counted extends FilterInputStream {
    long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = in.read();
      count += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int some = in.read(into, from, length);
      count += Math.max(0, some);
      return some;
    }
  }
}
