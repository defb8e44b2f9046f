package io.github.gradusml.tuning;

import io.github.gradusml.internal.Texts;
import io.github.gradusml.training.Trainer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One point of a search: a value of each setting, and what came of it.
 *
 * <p>A cell has scores, or it failed: because a value is not allowed, or a fold diverged or could
 * not be scored.
 */
public final class SearchCell {
  private static final MathContext DIGITS_TOLD = new MathContext(4);
  private static final int MOST_DESCRIBED = 300;

  private final int round;
  private final Map<String, Object> settings;
  private final Trainer trainer;
  private final CrossValidationResult scores;
  private final RuntimeException failure;
  private final double seconds;

  SearchCell(
      int round,
      Map<String, Object> settings,
      Trainer trainer,
      CrossValidationResult scores,
      RuntimeException failure,
      double seconds) {
    this.round = round;
    this.settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    this.trainer = trainer;
    this.scores = scores;
    this.failure = failure;
    this.seconds = seconds;
  }

  /**
   * Returns in which round the cell was tried.
   *
   * @return 0 for the first search, 1 for the first refinement, and so on
   */
  public int round() {
    return round;
  }

  /**
   * Returns the value of each setting, by its name.
   *
   * @return the values, in the order of the settings
   */
  public Map<String, Object> settings() {
    return settings;
  }

  /**
   * Returns the value of a setting that is a number.
   *
   * @param setting its name
   * @return the value
   * @throws IllegalArgumentException if there is no such setting, or its value is no number
   */
  public double number(String setting) {
    if (!settings.containsKey(setting)) {
      throw new IllegalArgumentException(
          "setting must be one of "
              + Texts.some(settings.keySet())
              + ", but was "
              + Texts.quoted(setting));
    }
    if (settings.get(setting) instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException(
        "setting "
            + Texts.quoted(setting)
            + " must have numbers for values, but has "
            + Texts.brief(settings.get(setting)));
  }

  /**
   * Returns the trainer with these settings.
   *
   * @return the trainer
   * @throws IllegalStateException if the settings made none
   */
  public Trainer trainer() {
    if (trainer == null) {
      throw failed();
    }
    return trainer;
  }

  /**
   * Returns the scores of all folds.
   *
   * @return the scores
   * @throws IllegalStateException if the cell failed
   */
  public CrossValidationResult scores() {
    if (scores == null) {
      throw failed();
    }
    return scores;
  }

  private IllegalStateException failed() {
    return new IllegalStateException(
        "the cell " + describe() + " has no scores: " + why(), failure);
  }

  /**
   * Returns the mean score on the rows held out.
   *
   * @return the mean; NaN if the cell failed
   */
  public double mean() {
    return scores == null ? Double.NaN : scores.mean();
  }

  /**
   * Returns the standard error of {@link #mean()}.
   *
   * @return the standard error; NaN if the cell failed
   */
  public double standardError() {
    return scores == null ? Double.NaN : scores.standardError();
  }

  /**
   * Returns why there are no scores.
   *
   * @return the first fold's failure, with its fold in the message; empty if there are scores
   */
  public Optional<RuntimeException> failure() {
    return Optional.ofNullable(failure);
  }

  /**
   * Returns how long the trainings of all folds took together.
   *
   * @return in seconds of one thread
   */
  public double seconds() {
    return seconds;
  }

  /** The values in the order of the settings. */
  List<Object> point() {
    return List.copyOf(settings.values());
  }

  /** The settings in words: {@code alpha 0.01, learning rate 0.1}. */
  String describe() {
    String all =
        settings.entrySet().stream()
            .map(setting -> Texts.brief(setting.getKey()) + " " + text(setting.getValue()))
            .collect(Collectors.joining(", "));
    return Texts.cut(all, MOST_DESCRIBED);
  }

  private String why() {
    return Texts.cut(Failures.message(failure), Texts.MOST_IN_A_MESSAGE);
  }

  private static String text(Object value) {
    return value instanceof Double number && Double.isFinite(number)
        ? Double.toString(new BigDecimal(number).round(DIGITS_TOLD).doubleValue())
        : Texts.brief(value);
  }

  /** Says the settings, with their scores or why there are none. */
  @Override
  public String toString() {
    return describe() + ": " + (scores == null ? "failed, " + why() : scores);
  }
}
