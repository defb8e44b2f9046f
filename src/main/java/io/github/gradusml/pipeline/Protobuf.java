package io.github.gradusml.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A message of Protocol Buffers, field by field, as bytes.
 *
 * <p>A field is a tag, {@code number·8 + type}, and its content: of type 0 a whole number of seven
 * bits a byte, the lowest first; of type 2 a length and as many bytes, which are a text, numbers or
 * a message of their own. A message within another is kept, not copied.
 *
 * <p>Source: Protocol Buffers, Encoding, https://protobuf.dev/programming-guides/encoding/.
 */
final class Protobuf {
  private static final int WHOLE = 0;
  private static final int BYTES = 2;

  private final List<byte[]> parts = new ArrayList<>();
  private long length;

  /** How many bytes it takes. */
  long length() {
    return length;
  }

  private void add(byte[] part) {
    parts.add(part);
    length += part.length;
  }

  private static void varint(long value, ByteArrayOutputStream out) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private Protobuf head(int field, int type, long number) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    varint(field << 3 | type, out);
    varint(number, out);
    add(out.toByteArray());
    return this;
  }

  /** A whole number. */
  Protobuf with(int field, long number) {
    return head(field, WHOLE, number);
  }

  /** A text, as UTF-8; half of a surrogate pair, which UTF-8 has not, becomes a question mark. */
  Protobuf with(int field, String text) {
    return with(field, text.getBytes(StandardCharsets.UTF_8));
  }

  private Protobuf with(int field, byte[] bytes) {
    head(field, BYTES, bytes.length).add(bytes);
    return this;
  }

  /** A message within this one; it must not change any more. */
  Protobuf with(int field, Protobuf message) {
    return head(field, BYTES, message.length).withFieldsOf(message);
  }

  /** The fields of another message behind those of this one. */
  Protobuf withFieldsOf(Protobuf message) {
    parts.addAll(message.parts);
    length += message.length;
    return this;
  }

  /** Numbers as they lie in memory, the lowest byte first. */
  Protobuf withDoubles(int field, double[] numbers, int from, int count) {
    ByteBuffer bytes = ByteBuffer.allocate(count * Double.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().put(numbers, from, count);
    return with(field, bytes.array());
  }

  /** Numbers as they lie in memory, the lowest byte first. */
  Protobuf withLongs(int field, long... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Long.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().put(numbers);
    return with(field, bytes.array());
  }

  void writeTo(OutputStream out) throws IOException {
    for (byte[] part : parts) {
      out.write(part);
    }
  }
}
