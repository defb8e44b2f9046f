package io.github.gradusml.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes files aside and moves them into place, so that nobody ever sees half a file.
 *
 * <p>Where a symbolic link is named, the file that it points to is written and the link stays. A
 * file that is there keeps its permissions, and is left alone if it is read-only. Pipes and
 * devices, such as {@code /dev/stdout}, are written into: nothing is there that could be lost. The
 * folder must be writable, even where the file is: without a file aside, a failure would leave half
 * of one.
 */
public final class SafeFile {
  private SafeFile() {}

  /** What writes the content. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes everything.
     *
     * @param out where to; not to be closed
     * @throws IOException if that fails
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file, in place of one that may be there; makes the folders that are missing.
   *
   * @param file the file
   * @param content what to write
   * @throws UncheckedIOException if that fails; a file that was there is then as it was
   */
  public static void write(Path file, Content content) {
    Path named = Checks.notNull("file", file).toAbsolutePath();
    try {
      if (Files.isDirectory(named)) {
        throw new FileSystemException(named.toString(), null, "it is a folder");
      }
      FilePlace place = FilePlace.of(named);
      if (place.isStream()) {
        try (OutputStream out = Files.newOutputStream(place.path(), StandardOpenOption.APPEND)) {
          content.writeTo(out);
        }
      } else {
        replace(place, content);
      }
    } catch (IOException | UncheckedIOException e) {
      IOException cause = e instanceof UncheckedIOException u ? u.getCause() : (IOException) e;
      throw new UncheckedIOException(
          "file " + named + " cannot be written: " + reason(named, cause), cause);
    }
  }

  /**
   * Writes to a stream that is somebody else's.
   *
   * @param what what is written, for the message
   * @param out where to; neither flushed nor closed
   * @param content writes it
   * @throws UncheckedIOException if that fails
   */
  public static void write(String what, OutputStream out, Content content) {
    try {
      content.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(what + " cannot be written: " + reason(e), e);
    }
  }

  private static void replace(FilePlace place, Content content) throws IOException {
    place.makeFolder();
    Path target = place.path();
    Path aside = target.resolveSibling("." + UUID.randomUUID() + ".part");
    try {
      place.make(aside);
      try (OutputStream out = Files.newOutputStream(aside, StandardOpenOption.WRITE)) {
        content.writeTo(out);
      }
      moveIntoPlace(aside, target);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private static void moveIntoPlace(Path aside, Path target) throws IOException {
    try {
      Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * Returns why a file could not be read or written.
   *
   * @param file the file
   * @param e what was thrown; of several that caused each other, the first to happen counts
   * @return the end of a message, in plain words where they are known
   */
  public static String reason(Path file, IOException e) {
    return Files.isDirectory(file) ? "it is a folder" : reason(e);
  }

  /**
   * Returns why reading or writing failed.
   *
   * @param e what was thrown; of several that caused each other, the first to happen counts
   * @return the end of a message, in plain words where they are known
   */
  public static String reason(IOException e) {
    Throwable first = e;
    while (!(first instanceof FileSystemException) && isOfFiles(first.getCause())) {
      first = first.getCause();
    }
    if (first instanceof AccessDeniedException) {
      return "there is no permission";
    }
    if (first instanceof FileAlreadyExistsException) {
      return "a file of that name is there";
    }
    if (first instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    String said = first instanceof FileSystemException f ? f.getReason() : first.getMessage();
    return said == null ? first.getClass().getSimpleName() : said;
  }

  private static boolean isOfFiles(Throwable e) {
    return e instanceof IOException || e instanceof UncheckedIOException;
  }
}
