package io.github.gradusml.pipeline;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an ONNX file says of its model by name: lists and groups of texts are JSON. */
final class OnnxMetadata {
  private OnnxMetadata() {}

  /** Fields of ModelProto, one a text. */
  static Protobuf of(Parts<?> parts) {
    Protobuf all = new Protobuf();
    add(all, "feature_names", list(parts.featureNames()));
    add(all, "prepared_names", list(parts.preparedNames()));
    if (!parts.classNames().isEmpty()) {
      add(all, "class_names", list(parts.classNames()));
    }
    if (!parts.credit().isEmpty()) {
      add(all, "credit", parts.credit());
    }
    TrainingSummary training = parts.training();
    if (training != null) {
      add(all, "training_settings", group(training.settings()));
      add(all, "training_rows", String.valueOf(training.rows()));
      add(all, "training_epochs", String.valueOf(training.epochs()));
      add(all, "training_updates", String.valueOf(training.updates()));
      add(all, "training_stop_reason", training.stopReason().name());
      add(all, "training_warnings", list(training.findings().stream().map(w -> w.text()).toList()));
    }
    return all;
  }

  private static void add(Protobuf all, String name, String text) {
    all.with(14, new Protobuf().with(1, name).with(2, text));
  }

  private static String list(List<String> texts) {
    return texts.stream().map(OnnxMetadata::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String group(Map<String, String> texts) {
    return texts.entrySet().stream()
        .map(text -> quoted(text.getKey()) + ": " + quoted(text.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** A text of JSON; what has no place in one, and halves of surrogate pairs, by their numbers. */
  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            point -> {
              if (point == '"' || point == '\\') {
                json.append('\\').append((char) point);
              } else if (point < ' ' || Character.getType(point) == Character.SURROGATE) {
                json.append("\\u").append(HexFormat.of().toHexDigits((char) point));
              } else {
                json.appendCodePoint(point);
              }
            });
    return json.append('"').toString();
  }
}
