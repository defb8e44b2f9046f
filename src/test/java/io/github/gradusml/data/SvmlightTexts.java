package io.github.gradusml.data;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Texts in the place of svmlight files. */
final class SvmlightTexts {
  private SvmlightTexts() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static Dataset read(SvmlightReader reader, String text) {
    return read(reader, new ByteArrayInputStream(bytes(text)));
  }

  static Dataset read(SvmlightReader reader, InputStream text) {
    List<Dataset> data = new ArrayList<>();
    try {
      reader.read(text, "data.svm", data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return data.get(0);
  }

  static byte[] packed(byte[] text) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** A source that now and then gives fewer bytes than it is asked for. */
  static InputStream halting(byte[] text, Random random) {
    return new ByteArrayInputStream(text) {
      @Override
      public synchronized int read(byte[] into, int from, int length) {
        int most = random.nextBoolean() ? length : 1 + random.nextInt(4);
        return super.read(into, from, Math.min(most, length));
      }
    };
  }
}
