package io.github.gradusml.reliability;

import io.github.gradusml.training.TrainingDivergedException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** Whether a call was refused as it should: by a message of ours that can be read. */
final class Verdict {
  private static final int MOST_CHARACTERS = 1000;
  private static final String OURS = "io.github.gradusml.";

  private static final String RETURNED_NULL = "because the return value of \"io.github.gradusml.";

  private static final Set<Class<?>> ALLOWED =
      Set.of(
          IllegalArgumentException.class,
          NullPointerException.class,
          IllegalStateException.class,
          IndexOutOfBoundsException.class,
          UnsupportedOperationException.class,
          UncheckedIOException.class,
          CancellationException.class,
          TrainingDivergedException.class);

  private Verdict() {}

  /** What is wrong with an exception; null if nothing is. */
  static String on(Throwable thrown) {
    if (thrown instanceof OwnObjects.OfTheCaller
        || thrown.getCause() instanceof OwnObjects.OfTheCaller
        || thrown instanceof OutOfMemoryError
        // Only where a list or a function has other elements than the compiler would let pass.
        || thrown instanceof ClassCastException) {
      return null;
    }
    if (!ALLOWED.contains(thrown.getClass())) {
      return "is none of ours";
    }
    String message = thrown.getMessage();
    if (message == null || message.isBlank()) {
      return "has no message";
    }
    if (message.length() > MOST_CHARACTERS) {
      return "has a message of " + message.length() + " characters";
    }
    StackTraceElement[] stack = thrown.getStackTrace();
    if (stack.length == 0 || !stack[0].getClassName().startsWith(OURS)) {
      return "was thrown by " + (stack.length == 0 ? "nobody" : stack[0].getClassName());
    }
    if (message.contains(RETURNED_NULL)) {
      return null; // names the method of the caller's own that did
    }
    // The JVM's own words for what nobody had checked.
    return message.startsWith("Cannot ") || message.startsWith("Index ") ? "is the JVM's" : null;
  }
}
