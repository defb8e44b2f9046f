package io.github.gradusml.data;

import java.io.FilterReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.StringReader;

/**
 * The text of a CSV file without its byte-order mark, and with one more line at its end.
 *
 * <p>A quote that is never closed swallows that line, and so shows: a parser that reads on to the
 * end of the file would lose rows in silence.
 */
final class CsvText extends FilterReader {
  /** What stands in the added line: U+FFFF is no character, so no file has it. */
  static final String LAST_LINE = "\uFFFF";

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Reader lastLine = new StringReader("\n" + LAST_LINE);

  private CsvText(Reader source) {
    super(source);
  }

  static Reader of(Reader source) throws IOException {
    PushbackReader text = new PushbackReader(source);
    int first = text.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      text.unread(first);
    }
    return new CsvText(text);
  }

  @Override
  public int read() throws IOException {
    int character = in.read();
    return character >= 0 ? character : lastLine.read();
  }

  @Override
  public int read(char[] buffer, int from, int length) throws IOException {
    int count = in.read(buffer, from, length);
    return count >= 0 ? count : lastLine.read(buffer, from, length);
  }
}
