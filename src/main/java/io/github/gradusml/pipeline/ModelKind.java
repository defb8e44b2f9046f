package io.github.gradusml.pipeline;

import io.github.gradusml.core.Model;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.internal.Fields;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.network.Network;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * A kind of model that a file can hold.
 *
 * @param name what a file calls it
 * @param type its class
 * @param write makes fields of a model and the names of its features
 * @param read makes the model of both
 */
record ModelKind<M extends Model<M>>(
    String name,
    Class<M> type,
    BiFunction<M, List<String>, Fields> write,
    BiFunction<Fields, List<String>, M> read) {
  private static final List<ModelKind<?>> ALL =
      List.of(
          new ModelKind<>(
              "perceptron", Perceptron.class, PerceptronFields::write, PerceptronFields::read),
          new ModelKind<>("network", Network.class, NetworkFields::write, NetworkFields::read));

  /** The kind of a model that is to be saved. */
  static ModelKind<?> of(Model<?> model) {
    return ALL.stream()
        .filter(kind -> kind.type.isInstance(model))
        .findFirst()
        .orElseThrow(
            () ->
                UsersOwn.cannotBe(
                    UsersOwn.SAVED,
                    "model",
                    "a Perceptron or a Network",
                    model,
                    UsersOwn.ONLY_NUMBERS));
  }

  /** The kind that a file says. */
  static ModelKind<?> of(String name) {
    return ALL.stream()
        .filter(kind -> kind.name.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "kind must be "
                        + ALL.stream().map(ModelKind::name).collect(Collectors.joining(" or "))
                        + ", but was "
                        + Texts.quoted(name)
                        + "; a newer version of Gradus may know it"));
  }

  Fields fields(Model<?> model, List<String> names) {
    return write.apply(type.cast(model), names);
  }
}
