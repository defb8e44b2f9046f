package io.github.gradusml.internal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of numbers and texts, by which they are known again, to the last bit. */
public final class Fingerprint {
  private static final int NUMBERS_AT_A_TIME = 1024;

  private final MessageDigest digest;
  private final ByteBuffer buffer = ByteBuffer.allocate(NUMBERS_AT_A_TIME * Double.BYTES);

  /** Makes one of nothing yet. */
  public Fingerprint() {
    digest = sha256();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  /**
   * Adds numbers.
   *
   * @param numbers any
   * @return this
   */
  public Fingerprint with(double... numbers) {
    for (int from = 0; from < numbers.length; from += NUMBERS_AT_A_TIME) {
      int count = Math.min(NUMBERS_AT_A_TIME, numbers.length - from);
      buffer.asDoubleBuffer().put(numbers, from, count);
      digest.update(buffer.array(), 0, count * Double.BYTES);
    }
    return this;
  }

  /**
   * Adds a text and its length, so that two texts are not taken for one that is both.
   *
   * @param text any
   * @return this
   */
  public Fingerprint with(String text) {
    with(text.length());
    for (int i = 0; i < text.length(); i++) { // a lone surrogate has no bytes in UTF-8
      digest.update((byte) (text.charAt(i) >>> 8));
      digest.update((byte) text.charAt(i));
    }
    return this;
  }

  /**
   * Returns the sum, and begins anew.
   *
   * @return 64 hexadecimal digits
   */
  public String text() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
