package io.github.gradusml.reliability;

import io.github.gradusml.core.Activation;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What parameters are declared as. */
final class Types {
  private Types() {}

  /** One of the types in angle brackets. */
  static Type argument(Type type, int k) {
    return type instanceof ParameterizedType generic
        ? generic.getActualTypeArguments()[k]
        : Object.class;
  }

  /** The class that a type is to the JVM. */
  static Class<?> raw(Type type) {
    if (type instanceof Class<?> simple) {
      return simple;
    }
    if (type instanceof ParameterizedType generic) {
      return raw(generic.getRawType());
    }
    if (type instanceof GenericArrayType array) {
      return raw(array.getGenericComponentType()).arrayType();
    }
    Type[] bounds =
        type instanceof WildcardType wildcard
            ? wildcard.getUpperBounds()
            : ((TypeVariable<?>) type).getBounds();
    return Arrays.stream(bounds).findFirst().map(Types::raw).orElse(Object.class);
  }

  /** The public types of the packages that the module exports. */
  static List<Class<?>> exported() throws IOException {
    Path classes =
        Path.of(Activation.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    ModuleDescriptor module;
    try (var in = Files.newInputStream(classes.resolve("module-info.class"))) {
      module = ModuleDescriptor.read(in);
    }
    Set<String> exported =
        module.exports().stream().map(ModuleDescriptor.Exports::source).collect(Collectors.toSet());
    try (Stream<Path> files = Files.walk(classes)) {
      List<Class<?>> types = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
        String name = classes.relativize(file).toString().replaceAll("\\.class$", "");
        if (name.contains("/") && exported.contains(packageOf(name))) {
          Class<?> type = load(name.replace('/', '.'));
          if (Modifier.isPublic(type.getModifiers())) {
            types.add(type);
          }
        }
      }
      return types;
    }
  }

  private static String packageOf(String path) {
    return path.substring(0, path.lastIndexOf('/')).replace('/', '.');
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
