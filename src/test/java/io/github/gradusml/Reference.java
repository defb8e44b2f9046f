package io.github.gradusml;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Numbers that another library gave; each file under {@code reference} says which call did. */
public final class Reference {
  private final String name;
  private final Map<String, Double> values = new LinkedHashMap<>();

  private Reference(String name) {
    this.name = name;
  }

  /** Reads {@code reference/<name>.csv}. */
  public static Reference of(String name) {
    Reference reference = new Reference(name);
    String path = "/reference/" + name + ".csv";
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Reference.class.getResourceAsStream(path), path),
                StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split(",", 2))
          .forEach(pair -> reference.values.put(pair[0], Double.valueOf(pair[1])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reference;
  }

  /** The number under a key. */
  public double get(String key) {
    return Objects.requireNonNull(values.get(key), () -> name + " has no " + key);
  }

  /** The numbers prefix0, prefix1, … */
  public double[] array(String prefix) {
    int length = 0;
    while (values.containsKey(prefix + length)) {
      length++;
    }
    return IntStream.range(0, length).mapToDouble(i -> get(prefix + i)).toArray();
  }

  /** How many keys are a prefix and a number, and go on or end there. */
  public long count(String prefix) {
    return values.keySet().stream().filter(key -> key.matches(prefix + "[0-9].*")).count();
  }

  /** Whether there is a number under a key. */
  public boolean has(String key) {
    return values.containsKey(key);
  }
}
