package io.github.gradusml;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.internal.ReproducibleMath;
import io.github.gradusml.internal.ThreadPool;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The rules of the house, on the compiled classes. */
class ArchitectureTest {
  private static final String ROOT = "io.github.gradusml.";

  /** Each package uses only those before it. */
  private static final List<String> FROM_THE_GROUND_UP =
      List.of(
          "internal",
          "rows",
          "core",
          "data",
          "text",
          "metric",
          "update",
          "regularization",
          "rate",
          "optimizer",
          "network",
          "stability",
          "training",
          "pipeline",
          "rangetest",
          "tuning",
          "step",
          "landscape",
          "diagnosis",
          "plot",
          "report");

  /** What Java leaves a last digit open in, so that JVMs differ; sqrt, for one, is exact. */
  private static final Set<String> INEXACT =
      Set.of(
          "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp",
          "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot");

  private static final JavaClasses LIBRARY =
      new ClassFileImporter()
          .importUrl(Perceptron.class.getProtectionDomain().getCodeSource().getLocation());

  @ParameterizedTest
  @FieldSource("FROM_THE_GROUND_UP")
  void aPackageUsesOnlyThoseBelowIt(String name) {
    String[] above =
        FROM_THE_GROUND_UP.stream()
            .skip(FROM_THE_GROUND_UP.indexOf(name) + 1)
            .map(other -> ROOT + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(ROOT + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(above)
        .allowEmptyShould(true) // a package that is still to come
        .check(LIBRARY);
  }

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    classes()
        .should()
        .resideInAnyPackage(
            FROM_THE_GROUND_UP.stream().map(name -> ROOT + name + "..").toArray(String[]::new))
        .check(LIBRARY);
  }

  @Test
  void onlyLongWorkIsLogged() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "training..", ROOT + "rangetest..", ROOT + "tuning..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.slf4j..")
        .check(LIBRARY);
  }

  /** So that a build for where there are no threads can leave them out. */
  @Test
  void threadsAreReachableByThoseAloneThatAskForThem() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ThreadPool.class.getName())
        .should()
        .dependOnClassesThat(
            resideInAPackage("java.util.concurrent..")
                .and(not(type(CancellationException.class)))) // no more than a name
        .check(LIBRARY);
    assertEquals(
        Set.of("Trainer.withThreads", "InParallel.run"),
        LIBRARY.get(ThreadPool.class).getConstructorCallsToSelf().stream()
            .map(call -> call.getOrigin())
            .map(origin -> origin.getOwner().getSimpleName() + "." + plainName(origin.getName()))
            .collect(Collectors.toSet()));
  }

  /** The name of the method that a lambda was written in. */
  private static String plainName(String name) {
    return name.startsWith("lambda$") ? name.split("\\$")[1] : name;
  }

  @Test
  void nothingIsPrinted() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(LIBRARY);
  }

  @Test
  void noFunctionIsUsedWhoseLastDigitIsUpToTheJvm() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "plot..") // a picture is made of fonts, which differ anyway
        .should()
        .accessTargetWhere(
            describe("a function of Math that is not exact", ArchitectureTest::isInexact))
        .check(LIBRARY);
  }

  /** TeaVM 0.16.0 rounds scalb otherwise among subnormal numbers, and its ulp is another number. */
  @Test
  void theHousesOwnFunctionsDoNotUseWhatCompilersForTheBrowserComputeOtherwise() {
    noClasses()
        .that()
        .belongToAnyOf(ReproducibleMath.class)
        .should()
        .callMethod(Math.class, "scalb", double.class, int.class)
        .orShould()
        .callMethod(Math.class, "ulp", double.class)
        .check(LIBRARY);
  }

  private static boolean isInexact(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getFullName();
    return owner.equals("java.lang.StrictMath")
        || owner.equals("java.lang.Math") && INEXACT.contains(access.getTarget().getName());
  }
}
