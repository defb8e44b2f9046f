package io.github.gradusml.reliability;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;

/** Objects such as a caller may make: they answer at random, and some are moody. */
final class OwnObjects {
  private OwnObjects() {}

  /** What an object of the caller's own throws: nobody else's fault. */
  static final class OfTheCaller extends RuntimeException {
    private static final long serialVersionUID = 1;

    OfTheCaller() {
      super("thrown by an object of the caller's own");
    }
  }

  /** An object that answers at random. */
  static Object of(Type generic, Class<?> type, HostileArguments answers) {
    Type answer =
        generic instanceof ParameterizedType p
            ? p.getActualTypeArguments()[p.getActualTypeArguments().length - 1]
            : Object.class;
    Map<Method, Object> said = new HashMap<>();
    boolean isMoody = answers.rarely(5);
    InvocationHandler handler =
        (self, method, arguments) -> {
          if (method.getDeclaringClass() == Object.class) {
            return ofObject(self, method, arguments);
          }
          if (method.isDefault()) {
            return InvocationHandler.invokeDefault(self, method, arguments);
          }
          if (isMoody && answers.rarely(4)) {
            throw new OfTheCaller();
          }
          Type wanted = method.getReturnType() == Object.class ? answer : method.getReturnType();
          if (method.getReturnType() == void.class) {
            return null;
          }
          if (method.getParameterCount() > 0) {
            return answers.any(wanted);
          }
          if (!said.containsKey(method)) { // says the same when asked again
            said.put(method, answers.any(wanted));
          }
          return said.get(method);
        };
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
  }

  private static Object ofObject(Object self, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "toString" -> "of the caller's own";
      case "hashCode" -> System.identityHashCode(self);
      default -> self == arguments[0];
    };
  }
}
