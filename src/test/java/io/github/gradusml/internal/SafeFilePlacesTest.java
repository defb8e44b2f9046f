package io.github.gradusml.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.imageio.IIOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may stand where a file is to be written: links, files with permissions, pipes, devices. */
class SafeFilePlacesTest {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameAFile() {
    file = folder.resolve("history.csv");
  }

  private static void write(Path path, String text) {
    SafeFile.write(path, out -> out.write(text.getBytes(UTF_8)));
  }

  private static String refused(Path path) {
    return assertThrows(UncheckedIOException.class, () -> write(path, "new")).getMessage();
  }

  private long filesInFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  private Path link(String name, Path to) throws IOException {
    assumeTrue(POSIX);
    return Files.createSymbolicLink(folder.resolve(name), to);
  }

  @Test
  void theFileBehindALinkIsWrittenAndTheLinkStays() throws IOException {
    Files.writeString(file, "old");
    Path link = link("link", file);
    write(link, "new");
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("new", Files.readString(file));
  }

  @Test
  void soIsTheFileBehindALinkToARelativeLink() throws IOException {
    Path deep = Files.createDirectories(folder.resolve("a/b"));
    Path inner = link("a/b/inner", Path.of("../../history.csv"));
    Path outer = link("outer", inner);
    write(outer, "new");
    assertTrue(Files.isSymbolicLink(outer) && Files.isSymbolicLink(inner));
    assertEquals("new", Files.readString(file));
    assertTrue(Files.isDirectory(deep));
  }

  @Test
  void aLinkToNothingGetsItsFileAndTheFolderOfIt() throws IOException {
    Path there = folder.resolve("not/yet/there.csv");
    Path link = link("link", there);
    write(link, "new");
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("new", Files.readString(there));
  }

  @Test
  void linksInACircleAreRefused() throws IOException {
    Path one = link("one", folder.resolve("other"));
    link("other", one);
    assertEquals("file " + one + " cannot be written: its links run in a circle", refused(one));
  }

  @Test
  void aLinkToAFolderIsAFolder() throws IOException {
    Path link = link("link", Files.createDirectory(folder.resolve("real")));
    assertEquals("file " + link + " cannot be written: it is a folder", refused(link));
  }

  @Test
  void aFileKeepsItsPermissions() throws IOException {
    assumeTrue(POSIX);
    for (String mode : new String[] {"rw-------", "rw-rw-rw-", "rwxr-x---", "-w-------"}) {
      Files.deleteIfExists(file);
      Files.writeString(file, "old");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
      write(file, "new");
      assertEquals(mode, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
  }

  /** Tests may run as root, who may write to every file. */
  @Test
  void aFileThatIsReadOnlyStaysAsItIs() throws IOException {
    Files.writeString(file, "old");
    assumeTrue(file.toFile().setWritable(false, false));
    assertEquals("file " + file + " cannot be written: the file is read-only", refused(file));
    assertEquals("old", Files.readString(file));
    assertEquals(1, filesInFolder());
    assertTrue(file.toFile().setWritable(true)); // so that the folder can be deleted everywhere
  }

  @Test
  void aFolderThatMayNotBeWrittenToIsSaid() throws IOException {
    assumeTrue(POSIX);
    Files.writeString(file, "old");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeFalse(Files.isWritable(folder), "an administrator may write everywhere");
      assertEquals(
          "file "
              + file
              + " cannot be written: there is no permission to make a file in its folder",
          refused(file));
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void theRootIsAFolder() {
    for (Path root : FileSystems.getDefault().getRootDirectories()) {
      assumeTrue(Files.isDirectory(root));
      assertEquals("file " + root + " cannot be written: it is a folder", refused(root));
    }
  }

  @Test
  void theEmptyPathIsTheFolderThatOneIsIn() {
    Path here = Path.of("").toAbsolutePath();
    assertEquals("file " + here + " cannot be written: it is a folder", refused(Path.of("")));
  }

  @Test
  void aPipeIsWrittenInto() throws Exception {
    assumeTrue(POSIX);
    Path pipe = folder.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> contentOf(pipe));
    write(pipe, "new");
    assertEquals("new", read.get());
    assertTrue(Files.exists(pipe) && !Files.isRegularFile(pipe));
  }

  private static String contentOf(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aDeviceIsWrittenIntoAlsoThroughALink() throws IOException {
    Path nothing = Path.of("/dev/null");
    assumeTrue(Files.exists(nothing));
    write(nothing, "new");
    write(link("link", nothing), "new");
    assertFalse(Files.isRegularFile(nothing));
    assertTrue(Files.isSymbolicLink(folder.resolve("link")));
  }

  /** What /dev/stdout is where the shell sends it to a file. */
  @Test
  void anOpenFileOfTheProcessIsAddedTo() throws IOException {
    Path descriptors = Path.of("/proc/self/fd");
    assumeTrue(Files.isDirectory(descriptors));
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write("old and ".getBytes(UTF_8));
      write(link("link", descriptorOf(descriptors)), "new");
      assertEquals("old and new", Files.readString(file));
    }
  }

  private Path descriptorOf(Path descriptors) throws IOException {
    try (Stream<Path> open = Files.list(descriptors)) {
      return open.filter(path -> Files.exists(path) && isSame(path, file))
          .findFirst()
          .orElseThrow();
    }
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void aFullDiskIsSaidWithTheFile() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    String message = "file /dev/full cannot be written: No space left on device";
    assertEquals(message, refused(full));
    CsvTable table = new CsvTable(List.of("a"));
    assertEquals(
        message, assertThrows(UncheckedIOException.class, () -> table.write(full)).getMessage());
  }

  @Test
  void theReasonIsWhatHappenedFirst() throws IOException {
    Files.writeString(file, "old");
    IOException full = new IOException("No space left on device");
    UncheckedIOException wrapped =
        new UncheckedIOException(
            "while writing", new IIOException("I/O error writing PNG file!", full));
    UncheckedIOException failure =
        assertThrows(
            UncheckedIOException.class,
            () ->
                SafeFile.write(
                    file,
                    out -> {
                      throw wrapped;
                    }));
    assertEquals(
        "file " + file + " cannot be written: No space left on device", failure.getMessage());
    assertEquals("old", Files.readString(file, UTF_8));
  }
}
