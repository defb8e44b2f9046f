package io.github.gradusml.pipeline;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A message of Protocol Buffers as it is read: numbers and bytes by the numbers of their fields.
 */
final class ReadMessage {
  private final Map<Integer, List<Object>> fields = new TreeMap<>();

  ReadMessage(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    while (in.hasRemaining()) {
      long tag = varint(in);
      int field = Math.toIntExact(tag >>> 3);
      Object value;
      if ((tag & 7) == 0) {
        value = varint(in);
      } else if ((tag & 7) == 2) {
        byte[] content = new byte[Math.toIntExact(varint(in))];
        in.get(content);
        value = content;
      } else {
        throw new IllegalArgumentException("field " + field + " is of type " + (tag & 7));
      }
      fields.computeIfAbsent(field, all -> new ArrayList<>()).add(value);
    }
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  Set<Integer> fields() {
    return fields.keySet();
  }

  private List<Object> all(int field) {
    return fields.getOrDefault(field, List.of());
  }

  private Object one(int field) {
    if (all(field).size() != 1) {
      throw new IllegalArgumentException("field " + field + " is there " + all(field).size() + "×");
    }
    return all(field).get(0);
  }

  long whole(int field) {
    return (Long) one(field);
  }

  List<Long> wholes(int field) {
    return all(field).stream().map(Long.class::cast).toList();
  }

  byte[] bytes(int field) {
    return (byte[]) one(field);
  }

  String text(int field) {
    return text(bytes(field));
  }

  List<String> texts(int field) {
    return all(field).stream().map(bytes -> text((byte[]) bytes)).toList();
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("a text is not UTF-8", e);
    }
  }

  ReadMessage message(int field) {
    return new ReadMessage(bytes(field));
  }

  List<ReadMessage> messages(int field) {
    return all(field).stream().map(bytes -> new ReadMessage((byte[]) bytes)).toList();
  }
}
