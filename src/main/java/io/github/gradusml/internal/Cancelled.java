package io.github.gradusml.internal;

import java.util.concurrent.CancellationException;

/** What ends long work whose caller was interrupted; the thread stays interrupted. */
public final class Cancelled {
  private Cancelled() {}

  /**
   * Returns an exception that says what was left undone.
   *
   * @param message what
   * @param cause where it was left
   * @return the exception, to be thrown
   */
  public static CancellationException because(String message, CancellationException cause) {
    CancellationException cancelled = new CancellationException(message);
    cancelled.initCause(cause);
    return cancelled;
  }
}
