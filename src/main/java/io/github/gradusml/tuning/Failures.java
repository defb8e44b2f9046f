package io.github.gradusml.tuning;

/** What exceptions say, which may be a user's own and say nothing. */
final class Failures {
  private Failures() {}

  static String message(RuntimeException failure) {
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }
}
