package io.github.gradusml.data;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.KnownNames;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;

/**
 * Names that are known to differ: rows of a million columns hand them on again and again, and to
 * look at all of them each time would take longer than to predict a row.
 */
final class DistinctNames extends AbstractList<String> implements KnownNames {
  private final List<String> names;

  /** Null until a place is asked for. */
  private volatile Map<String, Integer> positions;

  /** The names last found to be the same: those of a file are compared once. */
  private volatile DistinctNames same;

  private DistinctNames(List<String> names) {
    this.names = names;
  }

  /**
   * Checks that no name comes twice, unless it is known.
   *
   * @param name what they are called in messages
   * @param names none of them null
   * @return the names, never to be changed
   */
  static List<String> of(String name, List<String> names) {
    if (KnownNames.are(names)) {
      return names;
    }
    List<String> copy = Checks.noneNull(name, names);
    Names.differ(name + " must differ, but were ", copy);
    return new DistinctNames(copy);
  }

  @Override
  public String get(int index) {
    return names.get(index);
  }

  @Override
  public int size() {
    return names.size();
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof DistinctNames names)) {
      return super.equals(other);
    }
    if (names != same && super.equals(names)) {
      same = names;
    }
    return names == same;
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }

  @Override
  public boolean contains(Object name) {
    return indexOf(name) >= 0;
  }

  @Override
  public int indexOf(Object name) {
    Map<String, Integer> all = positions;
    if (all == null) {
      all = Names.positions(names);
      positions = all;
    }
    return all.getOrDefault(name, -1);
  }
}
