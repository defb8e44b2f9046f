package io.github.gradusml.data;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;

/**
 * One line of a CSV file: its fields, without the blanks around them, one behind the other in one
 * array. The next line is read into the same place, so that a file of any length needs it once.
 */
final class CsvLine extends AbstractBaseCsvCallbackHandler<CsvLine> {
  private char[] text = new char[1024];
  private int[] ends = {0, 0};
  private boolean endsWithQuotes;

  @Override
  protected void handleField(int k, char[] buffer, int offset, int length, boolean quoted) {
    int from = offset;
    int to = offset + length;
    while (from < to && Character.isWhitespace(buffer[from])) {
      from++;
    }
    while (from < to && Character.isWhitespace(buffer[to - 1])) {
      to--;
    }
    makeRoom(k, to - from);
    int end = ends[k];
    for (int i = from; i < to; i++) {
      text[end++] = buffer[i];
    }
    ends[k + 1] = end;
    endsWithQuotes = quoted;
  }

  private void makeRoom(int k, int more) {
    if (more > text.length - ends[k]) {
      text = Arrays.copyOf(text, Math.max(2 * text.length, ends[k] + more));
    }
    if (k + 1 == ends.length) {
      ends = Arrays.copyOf(ends, 2 * ends.length);
    }
  }

  @Override
  protected CsvLine buildRecord() {
    return this;
  }

  /** Its number in the file, from 1; the first one where it has line breaks within quotes. */
  long number() {
    return getStartingLineNumber();
  }

  int fields() {
    return getFieldCount();
  }

  /** The characters of all fields: of field k from {@code from(k)} to {@code to(k)}. */
  char[] text() {
    return text;
  }

  int from(int k) {
    return ends[k];
  }

  int to(int k) {
    return ends[k + 1];
  }

  String field(int k) {
    return new String(text, from(k), to(k) - from(k));
  }

  /** Whether it is the line that {@link CsvText} adds. */
  boolean isLast() {
    return endsWith(CsvText.LAST_LINE) && fields() == 1 && !endsWithQuotes;
  }

  /** Whether it has swallowed the line that {@link CsvText} adds. */
  boolean hasSwallowedTheLast() {
    return endsWith(CsvText.LAST_LINE) && !isLast();
  }

  private boolean endsWith(char character) {
    int end = ends[fields()];
    return end > ends[fields() - 1] && text[end - 1] == character;
  }
}
