package io.github.gradusml.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes files aside and moves them into place, so that nobody ever sees half a file. */
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
    Path target = Checks.notNull("file", file).toAbsolutePath();
    try {
      Files.createDirectories(target.getParent());
      // Not Files.createTempFile: nobody but the owner may read what that makes.
      Path aside = target.resolveSibling("." + UUID.randomUUID() + ".part");
      try {
        try (OutputStream out = Files.newOutputStream(aside, StandardOpenOption.CREATE_NEW)) {
          content.writeTo(out);
        }
        moveIntoPlace(aside, target);
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException e) {
      String folder =
          Files.isDirectory(target.getParent()) ? "" : "its folder cannot be made, because ";
      throw new UncheckedIOException(
          "file " + target + " cannot be written: " + folder + reason(target, e), e);
    }
  }

  /**
   * Returns why a file could not be read or written.
   *
   * @param file the file
   * @param e what was thrown
   * @return the end of a message, in plain words where they are known
   */
  public static String reason(Path file, IOException e) {
    if (Files.isDirectory(file)) {
      return "it is a folder";
    }
    if (e instanceof AccessDeniedException) {
      return "there is no permission";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "a file of that name is there";
    }
    String said = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return said == null ? e.getClass().getSimpleName() : said;
  }

  private static void moveIntoPlace(Path aside, Path target) throws IOException {
    try {
      Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
