package io.github.gradusml.pipeline;

import io.github.gradusml.core.Model;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Fields;
import io.github.gradusml.internal.SafeFile;
import io.github.gradusml.internal.SealedFile;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Function;

/** The file that a pipeline is saved to: what {@link PipelineFields} makes, sealed. */
final class PipelineFile {
  private static final String FORMAT = "gradus pipeline";

  /** Each came with the first field that a reader of the one before must know. */
  private static final int NEWEST = 2;

  private PipelineFile() {}

  static void save(Parts<?> parts, Path file) {
    Checks.notNull("file", file);
    Fields fields = PipelineFields.write(parts); // refused before anything is touched
    SafeFile.write(
        file, out -> SealedFile.write(FORMAT, PipelineFields.version(fields), fields, out));
  }

  static void write(Parts<?> parts, OutputStream out) {
    Checks.notNull("out", out);
    Fields fields = PipelineFields.write(parts);
    SafeFile.write(
        "pipeline",
        out,
        to -> SealedFile.write(FORMAT, PipelineFields.version(fields), fields, to));
  }

  static Pipeline<?> load(Path file) {
    return load(file, PipelineFields::read);
  }

  static <M extends Model<M>> Pipeline<M> load(Path file, Class<M> kind) {
    Checks.notNull("kind", kind);
    return load(file, fields -> of(kind, PipelineFields.read(fields)));
  }

  private static <T> T load(Path file, Function<Fields, T> content) {
    return SealedFile.read(file, FORMAT, NEWEST, content);
  }

  static Pipeline<?> read(InputStream in) {
    return SealedFile.read(in, FORMAT, NEWEST, PipelineFields::read);
  }

  static <M extends Model<M>> Pipeline<M> read(InputStream in, Class<M> kind) {
    Checks.notNull("kind", kind);
    return SealedFile.read(in, FORMAT, NEWEST, fields -> of(kind, PipelineFields.read(fields)));
  }

  private static <M extends Model<M>> Pipeline<M> of(Class<M> kind, Pipeline<?> any) {
    Model<?> model = any.model();
    if (!kind.isInstance(model)) {
      throw new IllegalArgumentException(
          "model must be a "
              + kind.getSimpleName()
              + ", as was asked for, but is a "
              + model.getClass().getSimpleName()
              + "; without a class, load and read take any");
    }
    return new Pipeline<>(any.parts().with(kind.cast(model)));
  }
}
