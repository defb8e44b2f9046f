package io.github.gradusml.data;

import java.io.IOException;
import java.io.InputStream;

/**
 * The text of an svmlight file as it streams by: line after line, and of a line one token after the
 * other, without the blanks between them and without comments.
 *
 * <p>Only a buffer of it is ever held; a token lies in one piece there. All that means something is
 * ASCII, so that a byte is taken as a character. A line ends with a line feed, a carriage return or
 * both.
 */
final class SvmlightText {
  /** Longer than any token: no number needs as many digits. */
  private static final int LONGEST = 1 << 16;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final String file;
  private final InputStream in;
  private final byte[] bytes = new byte[LONGEST];

  /** One more than fits, for a line feed behind the last: a search ends there without asking. */
  private final char[] text = new char[LONGEST + 1];

  private int at;
  private int end;
  private boolean isLast;
  private int from;
  private int to;
  private long line = 1;

  /** How many characters of the line are no longer in the buffer; less those before the line. */
  private long offset;

  SvmlightText(String file, InputStream in) throws IOException {
    this.file = file;
    this.in = in;
    text[0] = '\n';
    skipByteOrderMark();
  }

  private void skipByteOrderMark() throws IOException {
    boolean more = true;
    while (end < BYTE_ORDER_MARK.length && more) {
      more = refill(0);
    }
    int k = 0;
    while (k < BYTE_ORDER_MARK.length && k < end && text[k] == (BYTE_ORDER_MARK[k] & 0xFF)) {
      k++;
    }
    if (k == BYTE_ORDER_MARK.length) {
      at = k;
      offset = -k;
    }
  }

  /** The characters of the token: from {@link #from} to {@link #to}. */
  char[] text() {
    return text;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  String token() {
    return new String(text, from, to - from);
  }

  /** Moves to the next token of the line; false where the line has none. */
  boolean nextToken() throws IOException {
    while (true) {
      char c = text[at];
      if (c == ' ' || c == '\t') {
        at++;
      } else if (isInToken(c)) {
        from = at;
        findEnd();
        return true;
      } else if (at < end) {
        skipComment();
        return false;
      } else if (!refill(at)) {
        return false;
      }
    }
  }

  private static boolean isInToken(char c) {
    return c > '#' || c != '\n' && c != ' ' && c != '#' && c != '\r' && c != '\t';
  }

  private void findEnd() throws IOException {
    do {
      int i = at;
      while (isInToken(text[i])) {
        i++;
      }
      at = i;
    } while (at == end && refill(from));
    to = at;
  }

  /** To the end of the line, from its comment or from there. */
  private void skipComment() throws IOException {
    do {
      while (text[at] != '\n' && text[at] != '\r') {
        at++;
      }
    } while (at == end && refill(at));
  }

  /** Moves from the end of a line, where no token is left, to the next; false after the last. */
  boolean nextLine() throws IOException {
    if (at == end && !refill(at)) {
      return false;
    }
    boolean isReturn = text[at++] == '\r';
    if (isReturn && (at < end || refill(at)) && text[at] == '\n') {
      at++;
    }
    line++;
    offset = -at;
    return true;
  }

  /** Lets go what lies before a character, and reads on behind the last; false if that was all. */
  private boolean refill(int keep) throws IOException {
    if (isLast) {
      return false;
    }
    int kept = end - keep;
    if (kept == LONGEST) {
      throw problem(
          from,
          "must be a label or index:value, but has more than " + (LONGEST - 1) + " characters");
    }
    System.arraycopy(text, keep, text, 0, kept);
    at -= keep;
    from -= keep;
    offset += keep;
    int count = read(LONGEST - kept);
    for (int i = 0; i < count; i++) {
      text[kept + i] = (char) (bytes[i] & 0xFF);
    }
    end = kept + Math.max(0, count);
    text[end] = '\n';
    isLast = count < 0;
    return !isLast;
  }

  private int read(int most) throws IOException {
    try {
      return in.read(bytes, 0, most);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          file + ", line " + line + ": " + e.getMessage(), e.getCause());
    }
  }

  /** What to say of a place in the buffer. */
  IllegalArgumentException problem(int place, String what) {
    return new IllegalArgumentException(
        file + ", line " + line + ", column " + (offset + place + 1) + ": " + what);
  }

  /** What to say of the whole file. */
  IllegalArgumentException problem(String what) {
    return new IllegalArgumentException(file + " " + what);
  }

  long line() {
    return line;
  }
}
