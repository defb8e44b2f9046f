package io.github.gradusml.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeFileTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameAFile() {
    file = folder.resolve("history.csv");
  }

  private List<String> filesInFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).toList();
    }
  }

  private static void write(Path path, String text) {
    SafeFile.write(path, out -> out.write(text.getBytes(UTF_8)));
  }

  @Test
  void aFileHoldsWhatWasWrittenAndNothingElseIsLeft() throws IOException {
    write(file, "new");
    assertEquals("new", Files.readString(file));
    assertEquals(List.of("history.csv"), filesInFolder());
  }

  @Test
  void aFileThatIsThereIsReplaced() throws IOException {
    Files.writeString(file, "old and longer");
    write(file, "new");
    assertEquals("new", Files.readString(file));
  }

  @Test
  void aFileThatIsThereSurvivesAWriteThatFails() throws IOException {
    Files.writeString(file, "old");
    IOException full = new IOException("disk full");
    UncheckedIOException failure =
        assertThrows(
            UncheckedIOException.class,
            () ->
                SafeFile.write(
                    file,
                    out -> {
                      out.write('n');
                      throw full;
                    }));
    assertEquals("file " + file + " cannot be written: disk full", failure.getMessage());
    assertSame(full, failure.getCause());
    assertEquals("old", Files.readString(file));
    assertEquals(List.of("history.csv"), filesInFolder());
  }

  @Test
  void nothingIsLeftOfAContentThatThrows() throws IOException {
    IllegalStateException mistake = new IllegalStateException("a mistake in the content");
    assertSame(
        mistake,
        assertThrows(
            IllegalStateException.class,
            () ->
                SafeFile.write(
                    file,
                    out -> {
                      throw mistake;
                    })));
    assertEquals(List.of(), filesInFolder());
  }

  @Test
  void missingFoldersAreMade() throws IOException {
    Path deep = folder.resolve("a folder").resolve("b").resolve("history.csv");
    write(deep, "new");
    assertEquals("new", Files.readString(deep));
  }

  @Test
  void aFolderMayBeReachedThroughALink() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    write(link.resolve("history.csv"), "new");
    assertEquals("new", Files.readString(real.resolve("history.csv")));
  }

  @Test
  void aNewFileHasThePermissionsThatEveryNewFileHas() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path ordinary = Files.createFile(folder.resolve("ordinary"));
    write(file, "new");
    assertEquals(Files.getPosixFilePermissions(ordinary), Files.getPosixFilePermissions(file));
  }

  @Test
  void aFolderOfTheSameNameIsNotReplaced() throws IOException {
    Files.createDirectory(file);
    UncheckedIOException failure =
        assertThrows(UncheckedIOException.class, () -> write(file, "new"));
    assertEquals("file " + file + " cannot be written: it is a folder", failure.getMessage());
    assertEquals(List.of("history.csv"), filesInFolder());
  }

  @Test
  void aFolderThatCannotBeMadeIsSaid() throws IOException {
    Files.createFile(file);
    Path inIt = file.resolve("loss.csv");
    UncheckedIOException failure =
        assertThrows(UncheckedIOException.class, () -> write(inIt, "new"));
    assertEquals(
        "file "
            + inIt
            + " cannot be written: its folder cannot be made, because a file of that name is there",
        failure.getMessage());
  }

  @Test
  void theReasonIsInPlainWordsWhereTheyAreKnown() {
    assertEquals("it is a folder", SafeFile.reason(folder, new IOException("Is a directory")));
    assertEquals(
        "there is no permission", SafeFile.reason(file, new AccessDeniedException("history.csv")));
    assertEquals(
        "there is no such file or folder",
        SafeFile.reason(file, new NoSuchFileException("history.csv")));
    assertEquals(
        "Read-only file system",
        SafeFile.reason(
            file, new FileSystemException("history.csv", null, "Read-only file system")));
    assertEquals("EOFException", SafeFile.reason(file, new EOFException()));
  }

  @Test
  void nullIsNamed() {
    assertEquals(
        "file must not be null",
        assertThrows(NullPointerException.class, () -> write(null, "new")).getMessage());
  }
}
