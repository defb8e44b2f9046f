package io.github.gradusml.reliability;

import io.github.gradusml.core.Perceptron;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/** Arguments that nobody should hand over, among some that are as they should be. */
final class HostileArguments {
  private static final double[] DOUBLES = {
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    -0.0,
    0,
    1,
    -1,
    0.5,
    2,
    10,
    1e308,
    -1e308,
    1e-320,
    1e150,
    1e-150,
    0.1
  };
  private static final int[] INTS = {
    0, 1, 2, 3, 4, 5, 20, -1, -2, Integer.MIN_VALUE, Integer.MAX_VALUE, 50_000, 1_000_000_000
  };
  private static final double[][] ROWS = {
    {},
    {1},
    {1, 2},
    {0, 1},
    {Double.NaN, 1},
    {Double.POSITIVE_INFINITY, 0},
    {1e308, -1e308},
    {0, 1, 2},
    {0, 1, 1, 0},
    {-1, 1, -1, 1},
    {0, -0.0, 1, 2},
    {3, 2, 1, 0},
    new double[100]
  };
  private static final String[] TEXTS = {
    "", " ", "a", "b", "x0", "x1", "alpha", "a,\"b\n", "\u0000\uD800", "é".repeat(100_000)
  };

  private final Random random;
  private final Path folder;
  private final Map<Class<?>, List<Object>> known;
  private static final int MOST_OF_A_KIND = 40;

  HostileArguments(Random random, Path folder) {
    this(random, folder, new LinkedHashMap<>());
  }

  private HostileArguments(Random random, Path folder, Map<Class<?>, List<Object>> known) {
    this.known = known;
    this.random = random;
    this.folder = folder;
  }

  /** Notes an object, to be called and to be handed over. */
  void know(Object object) {
    List<Object> kind = known.computeIfAbsent(object.getClass(), type -> new ArrayList<>());
    if (kind.size() < MOST_OF_A_KIND) {
      kind.add(object);
    } else {
      kind.set(MOST_OF_A_KIND / 2 + random.nextInt(MOST_OF_A_KIND / 2), object);
    }
  }

  /** An object that is as it should be; null if there is none. */
  Object sound(Class<?> type) {
    List<Object> fitting = new ArrayList<>();
    for (Map.Entry<Class<?>, List<Object>> kind : known.entrySet()) {
      if (type.isAssignableFrom(kind.getKey())) {
        fitting.add(one(kind.getValue()));
      }
    }
    return fitting.isEmpty() ? null : one(fitting);
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** Something of a type, or null. */
  Object any(Type type) {
    Class<?> raw = Types.raw(type);
    if (raw.isPrimitive()) {
      return primitive(raw);
    }
    return rarely(12) ? null : object(type, raw);
  }

  private Object primitive(Class<?> type) {
    if (type == double.class) {
      return DOUBLES[random.nextInt(DOUBLES.length)];
    }
    int number = INTS[random.nextInt(INTS.length)];
    if (type == int.class) {
      return number;
    }
    if (type == long.class) {
      return random.nextBoolean() ? (long) number : random.nextLong();
    }
    if (type == char.class) {
      return "a,\"\n;\t\u0000".charAt(random.nextInt(7));
    }
    return type == boolean.class ? (Object) random.nextBoolean() : null;
  }

  private Object object(Type type, Class<?> raw) {
    if (raw == double[].class) {
      return ROWS[random.nextInt(ROWS.length)].clone();
    }
    if (raw == int[].class) {
      return random.ints(random.nextInt(5), 0, INTS.length).map(k -> INTS[k]).toArray();
    }
    if (raw.isArray()) {
      return array(raw.getComponentType());
    }
    if (raw.isEnum()) {
      return raw.getEnumConstants()[random.nextInt(raw.getEnumConstants().length)];
    }
    if (Collection.class.isAssignableFrom(raw) || raw == Iterable.class) {
      List<Object> list = new ArrayList<>(some(Types.argument(type, 0)));
      return raw.isAssignableFrom(List.class) ? list : new HashSet<>(list);
    }
    if (raw == Map.class) {
      Map<Object, Object> map = new HashMap<>();
      some(Types.argument(type, 0)).forEach(key -> map.put(key, any(Types.argument(type, 1))));
      return map;
    }
    return raw == Object.class ? any(one(List.of(Double.class, String.class))) : leaf(type, raw);
  }

  private Object leaf(Type type, Class<?> raw) {
    if (raw == String.class || raw == CharSequence.class) {
      return TEXTS[random.nextInt(TEXTS.length)];
    }
    if (raw == Double.class || raw == Number.class) {
      return primitive(double.class);
    }
    if (raw == Integer.class || raw == Long.class) {
      return primitive(raw == Integer.class ? int.class : long.class);
    }
    if (raw == Duration.class) {
      return one(List.of(Duration.ZERO, Duration.ofNanos(1), Duration.ofSeconds(Long.MIN_VALUE)));
    }
    if (raw == Path.class) {
      return one(
          List.of(
              folder.resolve("a.csv"),
              folder.resolve("b.svg"),
              folder.resolve("b.svg/c.png"),
              folder,
              Path.of("/"),
              Path.of(""),
              Path.of("/proc/nothing/a.csv")));
    }
    if (raw == Optional.class) {
      return Optional.empty();
    }
    if (raw == OptionalDouble.class || raw == OptionalInt.class) {
      return raw == OptionalInt.class ? OptionalInt.of(3) : OptionalDouble.of(Double.NaN);
    }
    if (raw == InputStream.class) {
      return new ByteArrayInputStream("{\"format\"".getBytes(StandardCharsets.UTF_8));
    }
    if (raw == OutputStream.class || raw == Class.class) {
      return raw == Class.class ? Perceptron.class : OutputStream.nullOutputStream();
    }
    if (raw == RandomGenerator.class) {
      return new Well19937c(1);
    }
    Object sound = random.nextInt(4) > 0 ? sound(raw) : null;
    return sound != null || !raw.isInterface() || raw.isSealed()
        ? sound
        : OwnObjects.of(type, raw, answering(random.nextLong()));
  }

  private Object array(Class<?> component) {
    List<Object> values = some(component);
    Object array = Array.newInstance(component, values.size());
    for (int i = 0; i < values.size(); i++) {
      Array.set(array, i, values.get(i));
    }
    return array;
  }

  private List<Object> some(Type type) {
    List<Object> list = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      list.add(any(type));
    }
    return list;
  }

  /** What objects of the caller's own answer with. */
  private HostileArguments answering(long seed) {
    return new HostileArguments(new Random(seed), folder, known);
  }

  boolean rarely(int of) {
    return random.nextInt(of) == 0;
  }
}
