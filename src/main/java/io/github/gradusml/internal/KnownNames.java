package io.github.gradusml.internal;

import java.util.List;
import java.util.RandomAccess;

/**
 * Names that are known to differ, and of which one is found quickly: rows of many columns hand them
 * on again and again, and nobody needs to look at all of them each time.
 */
public interface KnownNames extends List<String>, RandomAccess {
  /**
   * Tells whether a name is made when it is asked for, so that a million of them take no memory.
   *
   * @return false where names are kept
   */
  default boolean areMadeOnDemand() {
    return false;
  }

  /**
   * Tells whether names are known to differ.
   *
   * @param names any names
   * @return true if they say so
   */
  static boolean are(List<String> names) {
    return names instanceof KnownNames;
  }

  /**
   * Tells whether names are made when they are asked for.
   *
   * @param names any names
   * @return true if they say so
   */
  static boolean areMadeOnDemand(List<String> names) {
    return names instanceof KnownNames known && known.areMadeOnDemand();
  }
}
