package io.github.gradusml.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that were written once are read as long as there is a library: see {@link GoldenFiles},
 * which made them.
 */
class GoldenFilesTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  /** The newest version, whose files are written again as they are. */
  private static final String NEWEST = "v1";

  /** A file and what it predicted when it was written. */
  record Golden(Path file, List<String> predictions) {}

  static List<Golden> files() throws IOException {
    List<Golden> all = new ArrayList<>();
    try (Stream<Path> versions = Files.list(FOLDER)) {
      for (Path version : versions.sorted().toList()) {
        for (String line : Files.readAllLines(version.resolve(GoldenFiles.PREDICTIONS))) {
          List<String> cells = Arrays.asList(line.split(","));
          Path file = version.resolve(cells.get(0) + ".json");
          all.add(new Golden(file, cells.subList(1, cells.size())));
        }
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFilePredictsWhatItAlwaysDid(Golden golden) {
    Pipeline<?> pipeline = Pipeline.load(golden.file());
    assertEquals(golden.predictions(), GoldenFiles.predictions(pipeline));
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFileOfThisVersionIsWrittenAgainAsItIs(Golden golden) throws IOException {
    if (golden.file().getParent().endsWith(NEWEST)) {
      assertArrayEquals(
          Files.readAllBytes(golden.file()), SaveAndLoadTest.bytes(Pipeline.load(golden.file())));
    }
  }

  @Test
  void everyFileHasItsPredictions() throws IOException {
    Set<Path> named = files().stream().map(Golden::file).collect(Collectors.toSet());
    try (Stream<Path> all = Files.walk(FOLDER)) {
      Set<Path> there =
          all.filter(file -> file.toString().endsWith(".json"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(new TreeSet<>(named), there);
    }
  }
}
