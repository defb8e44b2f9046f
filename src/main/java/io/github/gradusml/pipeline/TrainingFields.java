package io.github.gradusml.pipeline;

import io.github.gradusml.internal.Fields;
import io.github.gradusml.training.Finding;
import io.github.gradusml.training.Severity;
import io.github.gradusml.training.StopReason;
import io.github.gradusml.training.TrainingHistory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a model was trained as fields: all of it but for the seconds and the single updates. */
final class TrainingFields {
  private static final String SETTINGS = "settings";
  private static final String ROWS = "rows";
  private static final String EPOCHS = "epochs";
  private static final String UPDATES = "updates";
  private static final String STOP_REASON = "stop reason";
  private static final String WARNINGS = "warnings";
  private static final String CODE = "code";
  private static final String TITLE = "title";
  private static final String SEVERITY = "severity";
  private static final String EVIDENCE = "evidence";
  private static final String CURE = "cure";
  private static final String HISTORY = "history";
  private static final String METRICS = "metrics";

  private TrainingFields() {}

  static Fields write(TrainingSummary summary) {
    Fields settings = Fields.none();
    summary.settings().forEach(settings::with);
    List<Fields> findings = summary.findings().stream().map(TrainingFields::write).toList();
    return Fields.none()
        .with(SETTINGS, settings)
        .with(ROWS, summary.rows())
        .with(EPOCHS, summary.epochs())
        .with(UPDATES, summary.updates())
        .with(STOP_REASON, summary.stopReason())
        .with(WARNINGS, findings)
        .with(HISTORY, summary.history().columns())
        .with(METRICS, summary.history().metrics());
  }

  static TrainingSummary read(Fields fields) {
    fields.only(SETTINGS, ROWS, EPOCHS, UPDATES, STOP_REASON, WARNINGS, HISTORY, METRICS);
    Map<String, String> settings = new LinkedHashMap<>();
    Fields texts = fields.fields(SETTINGS);
    texts.names().forEach(name -> settings.put(name, texts.text(name)));
    return new TrainingSummary(
        settings,
        (int) fields.whole(ROWS, 1, Integer.MAX_VALUE),
        (int) fields.whole(EPOCHS, 0, Integer.MAX_VALUE),
        fields.whole(UPDATES, 0, Fields.LARGEST_WHOLE),
        fields.oneOf(STOP_REASON, List.of(StopReason.values())),
        fields.groups(WARNINGS).stream().map(TrainingFields::finding).toList(),
        history(fields));
  }

  private static Fields write(Finding finding) {
    return Fields.none()
        .with(CODE, finding.code())
        .with(TITLE, finding.title())
        .with(SEVERITY, finding.severity())
        .with(EVIDENCE, finding.evidence())
        .with(CURE, finding.cure());
  }

  private static Finding finding(Fields fields) {
    fields.only(CODE, TITLE, SEVERITY, EVIDENCE, CURE);
    return new Finding(
        fields.text(CODE),
        fields.text(TITLE),
        fields.oneOf(SEVERITY, List.of(Severity.values())),
        fields.text(EVIDENCE),
        fields.text(CURE));
  }

  private static TrainingHistory history(Fields fields) {
    TrainingHistory history = TrainingHistory.of(fields.rows(HISTORY), fields.rows(METRICS));
    fields.fields(HISTORY).only(history.columns().keySet().toArray(String[]::new));
    return history;
  }
}
