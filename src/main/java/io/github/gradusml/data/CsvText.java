package io.github.gradusml.data;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;

/**
 * The text of a CSV file as it is parsed: without its byte-order mark, with a line feed for every
 * line break, and with one more line at its end.
 *
 * <p>A quote that is never closed swallows that line, and so shows: a parser that reads on to the
 * end of the file would lose rows in silence. So would FastCSV 4.1.0 where a carriage return within
 * quotes is followed by a line feed after them; it never sees one.
 */
final class CsvText extends FilterReader {
  /** What stands in the added line: U+FFFF is no character, and a file that has it is refused. */
  static final char LAST_LINE = '\uFFFF';

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Reader lastLine = new StringReader("\n" + LAST_LINE);
  private boolean hasBegun;
  private boolean afterReturn;
  private boolean refused;

  CsvText(Reader source) {
    super(source);
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] buffer, int from, int length) throws IOException {
    int to = from;
    while (to == from) {
      if (refused) {
        throw new IllegalArgumentException("must be text, but has U+FFFF, which is no character");
      }
      int count = in.read(buffer, from, length);
      if (count < 0) {
        return lastLine.read(buffer, from, length);
      }
      to = plain(buffer, from, from + count);
    }
    return to - from;
  }

  /** Makes line feeds of line breaks in place, and returns where the text then ends. */
  private int plain(char[] buffer, int from, int to) {
    int i = from;
    if (!hasBegun) {
      hasBegun = true;
      i += buffer[from] == BYTE_ORDER_MARK ? 1 : 0;
    }
    int end = from;
    if (i == from && !afterReturn) {
      i = firstToChange(buffer, from, to);
      end = i;
    }
    for (; i < to; i++) {
      char c = buffer[i];
      if (c == LAST_LINE) {
        refused = true; // at the next call: an error names the line before it
        return end;
      }
      if (c != '\n' || !afterReturn) {
        buffer[end++] = c == '\r' ? '\n' : c;
      }
      afterReturn = c == '\r';
    }
    return end;
  }

  /** Most files have nothing to change; telling so costs less than copying. */
  private static int firstToChange(char[] buffer, int from, int to) {
    int i = from;
    while (i < to && buffer[i] != '\r' && buffer[i] != LAST_LINE) {
      i++;
    }
    return i;
  }
}
