package io.github.gradusml;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.provider.Arguments;

/** What a call is refused with. */
public final class Rejected {
  private Rejected() {}

  /** The message of the IllegalArgumentException that a call ends in. */
  public static String message(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }

  /** A case of a parameterized test: the message that is expected, and the call. */
  public static Arguments with(String message, Executable call) {
    return arguments(message, call);
  }
}
