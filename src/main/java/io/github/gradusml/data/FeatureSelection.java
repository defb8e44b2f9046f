package io.github.gradusml.data;

import io.github.gradusml.internal.Checks;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps some of the features, by name and in the order asked for.
 *
 * <pre>{@code
 * FittedPreparation two = FeatureSelection.of("area_worst", "texture_worst");
 * Dataset narrow = two.apply(data);
 * }</pre>
 *
 * <p>A selection is immutable.
 *
 * @param names the names of the features that stay, in their order; different, at least one
 */
public record FeatureSelection(List<String> names) implements FittedPreparation {
  /**
   * Checks the names.
   *
   * @param names the names of the features that stay
   * @throws IllegalArgumentException if there is none, or one comes twice
   */
  public FeatureSelection {
    names = Checks.noneNull("names", names);
    Checks.atLeast("features", names.size(), 1);
    Names.differ("names must differ, but were ", names);
  }

  /**
   * Returns a selection.
   *
   * @param names the names of the features that stay, in their order
   * @return the selection
   * @throws IllegalArgumentException if there is none, or one comes twice
   */
  public static FeatureSelection of(String... names) {
    return new FeatureSelection(Checks.noneNull("names", names));
  }

  /**
   * Returns a selection of all features but some.
   *
   * @param data rows that have all of them, such as the training rows
   * @param leftOut the names of the features that go
   * @return the selection of the others, in their order
   * @throws IllegalArgumentException if there is no such feature, one comes twice, or none is left
   */
  public static FeatureSelection without(Dataset data, String... leftOut) {
    List<String> all = Checks.notNull("data", data).featureNames();
    List<String> gone = Checks.noneNull("leftOut", leftOut);
    Names.differ("leftOut must differ, but were ", gone);
    DatasetChecks.indicesOf("feature", gone, all);
    Set<String> lookedUp = new HashSet<>(gone);
    return new FeatureSelection(all.stream().filter(name -> !lookedUp.contains(name)).toList());
  }

  @Override
  public Dataset apply(Dataset data) {
    return Checks.notNull("data", data).selectFeatures(names.toArray(String[]::new));
  }

  @Override
  public String toString() {
    return "FeatureSelection(" + Names.listed(names) + ")";
  }
}
