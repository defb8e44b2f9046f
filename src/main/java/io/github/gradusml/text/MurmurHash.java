package io.github.gradusml.text;

import java.nio.charset.StandardCharsets;

/**
 * A number for a word, spread evenly: MurmurHash3 of its UTF-8 bytes, 32 bits.
 *
 * <p>Source: A. Appleby, MurmurHash3, 2011, the variant x86_32; scikit-learn hashes words by it,
 * too.
 */
final class MurmurHash {
  private static final int C1 = 0xcc9e2d51;
  private static final int C2 = 0x1b873593;

  private MurmurHash() {}

  static int of(String word, int seed) {
    return of(word.getBytes(StandardCharsets.UTF_8), seed);
  }

  static int of(byte[] bytes, int seed) {
    int hash = seed;
    int whole = bytes.length & ~3;
    for (int i = 0; i < whole; i += 4) {
      hash = Integer.rotateLeft(hash ^ mixed(block(bytes, i, i + 4)), 13) * 5 + 0xe6546b64;
    }
    if (whole < bytes.length) {
      hash ^= mixed(block(bytes, whole, bytes.length));
    }
    return last(hash ^ bytes.length);
  }

  /** Up to four bytes, the first one lowest. */
  private static int block(byte[] bytes, int from, int to) {
    int block = 0;
    for (int i = to - 1; i >= from; i--) {
      block = block << 8 | bytes[i] & 0xff;
    }
    return block;
  }

  private static int mixed(int block) {
    return Integer.rotateLeft(block * C1, 15) * C2;
  }

  /** Spreads every bit over all. */
  private static int last(int hash) {
    int h = (hash ^ hash >>> 16) * 0x85ebca6b;
    h = (h ^ h >>> 13) * 0xc2b2ae35;
    return h ^ h >>> 16;
  }
}
