package io.github.gradusml.docs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation says is what the code does. */
class DocumentationTest {
  private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern JAVADOC_BLOCK =
      Pattern.compile("<pre>\\{@code\n(.*?)\n *\\* }</pre>", Pattern.DOTALL);
  private static final Pattern STATEMENT = Pattern.compile("(?m); *(//.*)?$|->|//|\\{$");
  private static final List<Path> RUN =
      List.of(
          Path.of("src/test/java/io/github/gradusml/docs/JavadocSnippets.java"),
          Path.of("src/test/java/io/github/gradusml/docs/ModelJavadocSnippets.java"),
          Path.of("src/test/java/io/github/gradusml/docs/SparseJavadocSnippets.java"),
          Path.of("src/test/java/io/github/gradusml/docs/TextJavadocSnippets.java"));
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");

  private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+)[`.]");
  private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");
  private static final Pattern PICTURE = Pattern.compile("<img src=\"([^\"]+)\"");

  private static List<Path> pages() {
    return Stream.concat(Stream.of(Path.of("README.md")), files(Path.of("docs"), ".md")).toList();
  }

  private static List<Path> packagePages() {
    return files(Path.of("src/main/java"), "package-info.java").toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyJavaBlockOfAPageIsCompiled(Path page) {
    for (String block : blocks(JAVA_BLOCK, read(page))) {
      assertCompiled(page, block);
    }
  }

  @ParameterizedTest
  @MethodSource("packagePages")
  void everyBlockOfAPackagePageIsCompiled(Path page) {
    for (String block : blocks(JAVADOC_BLOCK, read(page))) {
      assertCompiled(page, block.replaceAll("(?m)^ \\* ?", ""));
    }
  }

  private static List<Path> typePages() {
    return files(Path.of("src/main/java"), ".java")
        .filter(file -> !file.endsWith("package-info.java"))
        .filter(file -> javaBlocks(file).findAny().isPresent())
        .toList();
  }

  /** A formula has neither statements nor lambdas nor comments. */
  private static Stream<String> javaBlocks(Path page) {
    return blocks(JAVADOC_BLOCK, read(page)).stream()
        .map(block -> block.replaceAll("(?m)^ *\\* ?", ""))
        .filter(block -> STATEMENT.matcher(block).find());
  }

  /** Compared without blanks, as the lines of a comment are shorter than those of code. */
  @ParameterizedTest
  @MethodSource("typePages")
  void everyJavaBlockOfATypeIsCompiledAndRun(Path page) {
    String run =
        withoutBlanks(RUN.stream().map(DocumentationTest::read).collect(Collectors.joining()));
    javaBlocks(page)
        .forEach(
            block ->
                assertTrue(
                    run.contains(withoutBlanks(block)),
                    page + " has code that is in no class of snippets that is run:\n" + block));
  }

  private static String withoutBlanks(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static List<Path> pagesWithPictures() {
    return files(Path.of("src/main/java"), ".java")
        .filter(file -> read(file).contains("<img "))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("pagesWithPictures")
  void everyPictureOfAJavadocCommentIsThere(Path page) {
    Matcher picture = PICTURE.matcher(read(page));
    while (picture.find()) {
      Path file = page.resolveSibling(picture.group(1));
      assertTrue(Files.exists(file), page + " shows " + picture.group(1));
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkOfAPageLeadsSomewhere(Path page) {
    Matcher link = LINK.matcher(read(page));
    while (link.find()) {
      Path target = page.toAbsolutePath().resolveSibling(link.group(1));
      assertTrue(Files.exists(target), page + " links to " + link.group(1));
    }
  }

  @Test
  void everyClassThatThePageOnTheArticleNamesIsInTheJavadocOrAnExample() {
    String module = read(Path.of("src/main/java/module-info.java"));
    Matcher name = CLASS.matcher(read(Path.of("docs/article.md")));
    int names = 0;
    while (name.find()) {
      String type = name.group(1);
      Pattern exported = Pattern.compile("(?m)^public .*(class|record|interface|enum) " + type);
      boolean found =
          files(Path.of("src/main/java"), "/" + type + ".java")
                  .filter(file -> module.contains("exports " + packageOf(file) + ";"))
                  .anyMatch(file -> exported.matcher(read(file)).find())
              || files(Path.of("examples"), "/" + type + ".java").findAny().isPresent();
      assertTrue(found, type);
      names++;
    }
    assertTrue(names > 50, names + " names");
  }

  private static String packageOf(Path file) {
    return read(file).replaceAll("(?s)^.*?package (\\S+);.*$", "$1");
  }

  @Test
  void theReadmesDependenciesHaveTheVersionsOfTheBuild() {
    String build = read(Path.of("pom.xml"));
    Matcher version = VERSION.matcher(read(Path.of("README.md")));
    int versions = 0;
    for (; version.find(); versions++) {
      String inBuild = "version>" + version.group(1) + "</";
      assertTrue(build.contains(inBuild), "the build has no <" + inBuild);
    }
    assertEquals(2, versions);
  }

  @Test
  void theJavadocsPagesNameTheLicenseAndTheArticle() {
    assertTrue(read(Path.of("pom.xml")).matches("(?s).*<bottom>.*Apache License 2.0.*</bottom>.*"));
    String address = "\"https://medium.com/analytics-vidhya/[-a-z0-9]+\"";
    assertTrue(read(Path.of("src/main/java/module-info.java")).matches("(?s).*" + address + ".*"));
  }

  @Test
  void theReadmesModelIsAsGoodAsItSays() {
    assertEquals(0.991, Snippets.readme(), 0.0005);
  }

  @Test
  void thePackagePagesSayWhatComesOut() {
    assertArrayEquals(new double[] {1, 0}, Snippets.core());
    assertEquals(569, Snippets.data()[0].rows() + Snippets.data()[1].rows());
    assertEquals(18, Snippets.update());
    assertEquals(0.00275, Snippets.regularization(), 1e-18);
    assertEquals(0.05, Snippets.rate());
    assertEquals(0.8, Snippets.optimizer()[0]);
    Dataset irises = Datasets.iris().selectClasses("versicolor", "virginica");
    assertTrue(Snippets.separability(irises).startsWith("no line separates the classes: "));
    Dataset diabetes = Datasets.diabetes();
    double[] losses = Snippets.training(Standardizer.fit(diabetes).apply(diabetes));
    assertTrue(losses[99] < 2000, "weights 0 have 14,537");
    assertTrue(Snippets.tuning(Datasets.breastCancer()) < 0.1);
  }

  private static void assertCompiled(Path page, String block) {
    String wanted = withoutIndent(block);
    assertFalse(wanted.isBlank());
    boolean found =
        Stream.of("src/test/java/io/github/gradusml/docs", "examples")
            .flatMap(folder -> files(Path.of(folder), ".java"))
            .anyMatch(file -> withoutIndent(read(file)).contains(wanted));
    assertTrue(found, page + " has code that is not compiled:\n" + block);
  }

  /** The lines without their indent, as an indent depends on where the code stands. */
  private static String withoutIndent(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static List<String> blocks(Pattern pattern, String text) {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      blocks.add(matcher.group(1));
    }
    return blocks;
  }

  private static Stream<Path> files(Path folder, String ending) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
