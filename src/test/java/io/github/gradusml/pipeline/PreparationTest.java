package io.github.gradusml.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.FeatureSelection;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.data.TargetStandardizer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What is done to rows before a model sees them: learned once, and put one behind another. */
class PreparationTest {
  private static final Dataset PATIENTS = Datasets.diabetes();
  private static final Preparation LAMBDA = train -> rows -> rows;

  @Test
  void theSecondLearnsFromWhatTheFirstPrepared() {
    Preparation both = Preparation.selecting("bmi", "age").andThen(Preparation.standardizing());
    FittedPreparation fitted = both.fit(PATIENTS);
    Dataset two = PATIENTS.selectFeatures("bmi", "age");
    Standardizer scaler = Standardizer.fit(two);
    assertEquals(List.of(FeatureSelection.of("bmi", "age"), scaler), fitted.steps());
    assertArrayEquals(scaler.apply(two).row(9), fitted.apply(PATIENTS).row(9));
    assertEquals(List.of("bmi", "age"), fitted.apply(PATIENTS).featureNames());
  }

  @Test
  void aChainOfChainsIsOneChain() {
    Preparation one = Preparation.selecting("bmi").andThen(Preparation.standardizing());
    Preparation all = one.andThen(Preparation.none().andThen(Preparation.standardizingTargets()));
    FittedPreparation fitted = all.fit(PATIENTS);
    assertEquals(3, fitted.steps().size());
    assertEquals(Optional.of(TargetStandardizer.fit(PATIENTS)), fitted.targets());
    assertEquals(
        "FeatureSelection([bmi]), then Standardizer(1 features), then "
            + TargetStandardizer.fit(PATIENTS),
        fitted.toString());
  }

  @Test
  void noneLeavesTheRowsAsTheyAre() {
    FittedPreparation none = Preparation.none().fit(PATIENTS);
    assertSame(PATIENTS, none.apply(PATIENTS));
    assertEquals(List.of(), none.steps());
    Standardizer scaler = Standardizer.fit(PATIENTS);
    assertSame(scaler, none.andThen(scaler));
    assertSame(scaler, scaler.andThen(none));
  }

  @Test
  void aPreparationTellsWhatItIs() {
    Preparation both = Preparation.selecting("bmi", "age").andThen(Preparation.standardizing());
    assertEquals("selecting[bmi, age], then standardizing", both.toString());
    assertEquals("standardizing targets", Preparation.standardizingTargets().toString());
    assertEquals("none", Preparation.none().toString());
    assertEquals("unnamed, then standardizing", LAMBDA.andThen(Preparation.standardizing()) + "");
    assertEquals("mine, then none", LAMBDA.named("mine").andThen(Preparation.none()) + "");
    assertEquals("mine", LAMBDA.named("mine").fit(PATIENTS).toString());
  }

  @Test
  void onlyWhoSaysSoKeepsTargets() {
    Preparation keeps = Preparation.standardizing();
    assertTrue(keeps.keepsTargets() && Preparation.none().keepsTargets());
    assertTrue(Preparation.selecting("a").andThen(keeps).keepsTargets());
    assertFalse(Preparation.standardizingTargets().keepsTargets());
    assertFalse(keeps.andThen(Preparation.standardizingTargets()).keepsTargets());
    assertFalse(LAMBDA.keepsTargets());
    assertFalse(LAMBDA.named("mine").keepsTargets());
    assertTrue(keeps.named("mine").keepsTargets());
  }

  @Test
  void aNameHidesNeitherTargetsNorRows() {
    FittedPreparation named =
        Preparation.standardizingTargets().named("in units of σ").fit(PATIENTS);
    TargetStandardizer targets = TargetStandardizer.fit(PATIENTS);
    assertEquals(Optional.of(targets), named.targets());
    assertArrayEquals(targets.apply(PATIENTS).targets(), named.apply(PATIENTS).targets());
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertEquals(
        "targets must be standardized once, but are by 2 steps",
        Rejected.message(
            () ->
                Preparation.standardizingTargets()
                    .andThen(Preparation.standardizingTargets())
                    .fit(PATIENTS)));
    assertEquals(
        "targets must be numbers to be standardized, but stand for 3 classes; train on them as"
            + " they are",
        Rejected.message(() -> Preparation.standardizingTargets().fit(Datasets.iris())));
    assertEquals(
        "features must be at least 1, but was 0", Rejected.message(Preparation::selecting));
    assertEquals(
        "names must differ, but were [bmi, bmi]",
        Rejected.message(() -> Preparation.selecting("bmi", "bmi")));
    assertTrue(
        Rejected.message(() -> Preparation.selecting("bmi", "hair").fit(PATIENTS))
            .contains("\"hair\""));
    assertEquals("name must not be blank", Rejected.message(() -> LAMBDA.named("\n")));
  }

  @Test
  void nullIsNamed() {
    assertEquals("next must not be null", nullMessage(() -> LAMBDA.andThen(null)));
    assertEquals("name must not be null", nullMessage(() -> LAMBDA.named(null)));
    assertEquals("names[1] must not be null", nullMessage(() -> Preparation.selecting("a", null)));
    Preparation forgot = train -> null;
    String returned = "what the preparation returned must not be null";
    assertEquals(returned, nullMessage(() -> forgot.named("mine").fit(PATIENTS)));
    assertEquals(returned, nullMessage(() -> forgot.andThen(LAMBDA).fit(PATIENTS)));
    assertEquals(returned, nullMessage(() -> LAMBDA.andThen(forgot).fit(PATIENTS)));
  }

  private static String nullMessage(Executable call) {
    return assertThrows(NullPointerException.class, call).getMessage();
  }
}
