package io.github.gradusml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the house, on the sources. */
class HouseRulesTest {
  private static final int CEILING = 250;
  private static final Path LIBRARY = Path.of("src/main/java/io/github/gradusml");

  /** The packages of the article's first three sections; of {@code data}, what section 3 names. */
  private static final List<String> FIRST_SECTIONS =
      List.of("core", "update", "optimizer", "regularization");

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"src/main/java", "examples/src/main/java", "src/test/java"})
  void noFileHasMoreThan250LinesWithoutItsJavadoc(String folder) throws IOException {
    for (Path file : sources(Path.of(folder))) {
      long lines = Files.readString(file).replaceAll("(?s) */\\*\\*.*?\\*/\n", "").lines().count();
      assertTrue(lines <= CEILING, file + " has " + lines + " lines without its Javadoc");
    }
  }

  @Test
  void thePageOnTheArticleListsAtMost16TypesForItsFirstThreeSectionsAndLeavesNoneOut()
      throws IOException {
    Set<String> listed = listedTypes();
    Set<String> exported = new TreeSet<>();
    for (String name : FIRST_SECTIONS) {
      exported.addAll(publicTypes(LIBRARY.resolve(name)));
    }
    assertTrue(listed.containsAll(exported), "listed " + listed + ", exported " + exported);
    Set<String> others = new TreeSet<>(listed);
    others.removeAll(exported);
    assertEquals(Set.of("Dataset", "Rows", "Split", "Standardizer"), others);
    assertTrue(publicTypes(LIBRARY.resolve("data")).containsAll(Set.of("Dataset", "Split")));
    assertTrue(listed.size() <= 16, listed.size() + " types: " + listed);
  }

  /** The names in the table below the heading that the page has for them. */
  private static Set<String> listedTypes() throws IOException {
    String page = Files.readString(Path.of("docs/article.md"));
    int from = page.indexOf("## All that the first three sections need");
    String table = page.substring(from, page.indexOf("\n## ", from + 1));
    Set<String> names = new TreeSet<>();
    Matcher matcher = Pattern.compile("`([A-Z]\\w+)`").matcher(table);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private static Set<String> publicTypes(Path folder) throws IOException {
    Set<String> names = new TreeSet<>();
    Pattern type = Pattern.compile("(?m)^public .*?(?:class|record|interface|enum) (\\w+)");
    for (Path file : sources(folder)) {
      Matcher matcher = type.matcher(Files.readString(file));
      if (matcher.find()) {
        names.add(matcher.group(1));
      }
    }
    return names;
  }
}
