package io.github.gradusml.internal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * Where a file is written that was asked for: at the end of symbolic links, with the permissions of
 * the file that is there.
 *
 * @param path where to
 * @param isStream whether it is a pipe, a device or an open file of this process, to be written
 *     into
 * @param permissions to be given to the new file; empty where the system's own are right
 */
record FilePlace(Path path, boolean isStream, Set<PosixFilePermission> permissions) {
  /** As many as Linux follows. */
  private static final int MOST_LINKS = 40;

  /** What /dev/stdout and /dev/fd point into. */
  private static final String OPEN_FILES = "/proc";

  static FilePlace of(Path named) throws IOException {
    boolean posix = named.getFileSystem().supportedFileAttributeViews().contains("posix");
    Path path = named;
    for (int links = 0; Files.isSymbolicLink(path); links++) {
      if (links == MOST_LINKS) {
        throw new FileSystemException(named.toString(), null, "its links run in a circle");
      }
      if (posix && path.getParent().toRealPath().startsWith(OPEN_FILES)) {
        return stream(path);
      }
      path = path.resolveSibling(Files.readSymbolicLink(path));
    }
    if (!Files.exists(path)) {
      return new FilePlace(path, false, Set.of());
    }
    // Only there: Windows calls a file so that it has put into a cloud.
    if (posix && Files.readAttributes(path, BasicFileAttributes.class).isOther()) {
      return stream(path);
    }
    return overwriting(path, posix);
  }

  private static FilePlace stream(Path path) {
    return new FilePlace(path, true, Set.of());
  }

  /** Asks for the bits themselves: an administrator may write to every file. */
  private static FilePlace overwriting(Path path, boolean posix) throws IOException {
    Set<PosixFilePermission> permissions = posix ? Files.getPosixFilePermissions(path) : Set.of();
    boolean readOnly =
        posix
            ? !permissions.contains(PosixFilePermission.OWNER_WRITE)
            : path.getFileSystem().supportedFileAttributeViews().contains("dos")
                && (boolean) Files.getAttribute(path, "dos:readonly");
    if (readOnly) {
      throw new FileSystemException(path.toString(), null, "the file is read-only");
    }
    if (!Files.isWritable(path)) {
      throw new AccessDeniedException(path.toString());
    }
    return new FilePlace(path, false, permissions);
  }

  void makeFolder() throws IOException {
    Path folder = path.getParent();
    if (!Files.isDirectory(folder)) {
      try {
        Files.createDirectories(folder);
      } catch (IOException e) {
        throw because("its folder cannot be made, because " + SafeFile.reason(path, e), e);
      }
    }
  }

  /** Makes an empty file beside this one, with the same permissions. */
  void make(Path aside) throws IOException {
    try {
      // Not Files.createTempFile: nobody but the owner may read what that makes.
      Files.createFile(aside);
    } catch (AccessDeniedException e) {
      throw because("there is no permission to make a file in its folder", e);
    }
    // Not where nothing differs: some disks know no permissions.
    if (!permissions.isEmpty() && !permissions.equals(Files.getPosixFilePermissions(aside))) {
      Files.setPosixFilePermissions(aside, permissions);
    }
  }

  private FileSystemException because(String reason, IOException cause) {
    FileSystemException e = new FileSystemException(path.toString(), null, reason);
    e.initCause(cause);
    return e;
  }
}
