package io.github.gradusml.pipeline;

import io.github.gradusml.core.Activation;
import io.github.gradusml.internal.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The library's own activations as texts: what their {@code toString} says, but for the digits of
 * numbers, which are here the same on every JVM.
 *
 * <p>An activation can be saved if the text that it says of itself gives one that is equal.
 */
final class ActivationText {
  private static final Map<String, Activation> PLAIN = new LinkedHashMap<>();

  static {
    for (Activation one :
        List.of(
            Activation.identity(),
            Activation.step(),
            Activation.sign(),
            Activation.sigmoid(),
            Activation.tanh(),
            Activation.exponential(),
            Activation.relu(),
            Activation.softplus(),
            Activation.silu(),
            Activation.gelu())) {
      PLAIN.put(one.toString(), one);
    }
  }

  private static final List<WithNumber> WITH_NUMBER =
      List.of(
          new WithNumber("leaky relu(slope ", Activation::leakyRelu),
          new WithNumber("elu(scale ", Activation::elu));

  private ActivationText() {}

  /** An activation of a number: its text is this beginning, the number and a parenthesis. */
  private record WithNumber(String beginning, DoubleFunction<Activation> activation) {
    private static final String END = ")";

    boolean isIn(String text) {
      return text.startsWith(beginning) && text.endsWith(END);
    }

    double number(String text) {
      return Double.parseDouble(text.substring(beginning.length(), text.length() - END.length()));
    }

    Activation read(String text) {
      return activation.apply(number(text));
    }

    String write(String text) {
      return beginning + Texts.digits(number(text)) + END;
    }
  }

  /**
   * Returns the text of an activation.
   *
   * @throws IllegalArgumentException if it is not one of the library's own
   */
  static String write(Activation activation) {
    String text = String.valueOf(activation);
    if (!find(text).filter(same -> same.equals(activation)).isPresent()) {
      throw UsersOwn.cannotBe(
          UsersOwn.SAVED,
          "activation",
          "one that Activation makes, " + known() + ",",
          activation,
          UsersOwn.ONLY_NUMBERS);
    }
    return withNumber(text).map(kind -> kind.write(text)).orElse(text);
  }

  /**
   * Returns the activation of a text.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Activation read(String text) {
    return find(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "activation must be "
                        + known()
                        + ", but was "
                        + Texts.quoted(text)
                        + "; a newer version of Gradus may know it"));
  }

  private static Optional<Activation> find(String text) {
    Activation plain = PLAIN.get(text);
    try {
      return plain != null
          ? Optional.of(plain)
          : withNumber(text).map(withNumber -> withNumber.read(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<WithNumber> withNumber(String text) {
    return WITH_NUMBER.stream().filter(kind -> kind.isIn(text)).findFirst();
  }

  private static String known() {
    return Stream.concat(
            PLAIN.keySet().stream(), WITH_NUMBER.stream().map(kind -> kind.beginning() + "…)"))
        .collect(Collectors.joining(", "));
  }
}
