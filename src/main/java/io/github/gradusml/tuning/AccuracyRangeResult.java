package io.github.gradusml.tuning;

import static io.github.gradusml.tuning.RateSuggestion.number;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.github.gradusml.internal.SafeFile;
import io.github.gradusml.training.Stability;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What an {@link AccuracyRangeTest} found: the curve of the accuracy over the rate, and the bounds
 * of a cyclical rate that can be read from it.
 *
 * <pre>{@code
 * base      the first rate with which accuracy is 0.02 above that of the untrained model
 * maximum   the last rate before accuracy first falls 0.02 below its best so far
 * }</pre>
 *
 * <p>Where accuracy had risen with the very first rates, base is a quarter of the maximum: the rule
 * of thumb of the same source.
 */
public final class AccuracyRangeResult {
  private static final double MATTERS = 0.02;

  private final List<AccuracyPoint> points;
  private final double before;
  private final Stability stability;
  private final Found maximum;
  private final Found base;

  AccuracyRangeResult(List<AccuracyPoint> points, double before, Optional<Stability> stability) {
    this.points = List.copyOf(points);
    this.before = before;
    this.stability = stability.orElse(null);
    int risen = risen();
    this.maximum = risen < 0 ? neverRose() : maximum(risen);
    this.base = risen < 0 ? neverRose() : base(risen);
  }

  /** The first point clearly above the untrained model, or −1. */
  private int risen() {
    for (int i = 0; i < points.size(); i++) {
      if (points.get(i).accuracy() >= before + MATTERS && points.get(i).learningRate() > 0) {
        return i;
      }
    }
    return -1;
  }

  private Found neverRose() {
    return Found.nothing(
        "accuracy never rose above that of the untrained model, " + number(before));
  }

  private Found maximum(int risen) {
    double best = points.get(risen).accuracy();
    for (int i = risen + 1; i < points.size(); i++) {
      double accuracy = points.get(i).accuracy();
      if (accuracy <= best - MATTERS) {
        double rate = points.get(i - 1).learningRate();
        String how =
            "the last rate before accuracy fell from at best "
                + number(best)
                + " to "
                + number(accuracy);
        String caution = "another shuffle moves it, most of all with small batches";
        double ratio = stability != null && stability.exact() ? rate / stability.largestRate() : 0;
        if (ratio >= 1) {
          caution += "; it is " + number(ratio) + " times the largest stable rate";
        }
        return Found.of(RateSuggestion.unconfirmed("maximum", rate, how, caution));
      }
      best = Math.max(best, accuracy);
    }
    return Found.nothing(
        "accuracy had neither fallen nor turned ragged at the largest rate, "
            + number(points.get(points.size() - 1).learningRate())
            + ": go on to larger ones");
  }

  private Found base(int risen) {
    double rate = points.get(risen).learningRate();
    String how = "the first rate with which accuracy rose, from " + number(before);
    String caution = "accuracy lags behind: smaller rates may do as well";
    double quarter = maximum().map(found -> found.rate() / 4).orElse(Double.POSITIVE_INFINITY);
    boolean atOnce = risen == 0 || points.get(risen - 1).learningRate() == 0;
    if (atOnce && maximum().isPresent()) {
      return Found.of(
          RateSuggestion.unconfirmed(
              "base",
              quarter,
              "a quarter of the maximum, since accuracy rose with the very first rates",
              "a rule of thumb"));
    }
    if (rate >= quarter) {
      caution += "; it is above a quarter of the maximum";
    }
    return Found.of(RateSuggestion.unconfirmed("base", rate, how, caution));
  }

  /**
   * Returns the curve.
   *
   * @return a point a measurement, up to where the weights exploded, if they did
   */
  public List<AccuracyPoint> points() {
    return points;
  }

  /**
   * Returns one number of each point, for instance {@code result.each(AccuracyPoint::accuracy)}.
   *
   * @param number which
   * @return one number a point
   */
  public double[] each(ToDoubleFunction<AccuracyPoint> number) {
    return points.stream().mapToDouble(number).toArray();
  }

  /**
   * Returns the rate at which accuracy begins to rise.
   *
   * @return empty where it never did
   */
  public Optional<RateSuggestion> base() {
    return base.suggestion();
  }

  /**
   * Returns the rate at which accuracy falls or turns ragged.
   *
   * @return empty where it never did
   */
  public Optional<RateSuggestion> maximum() {
    return maximum.suggestion();
  }

  /**
   * Returns the largest stable rate.
   *
   * @return empty where the model is no perceptron, or it is not known
   */
  public Optional<Stability> stability() {
    return Optional.ofNullable(stability);
  }

  /**
   * Says what was found, how, and when not to trust it; or why nothing was.
   *
   * @return two lines
   */
  public String explanation() {
    return base.explanation("base") + "\n" + maximum.explanation("maximum");
  }

  /**
   * Writes a line a point, with a header, as CSV with decimal points.
   *
   * @param file the file; folders that are missing are made, and a file that is there is replaced
   * @throws java.io.UncheckedIOException if that fails
   */
  public void writeCsv(Path file) {
    SafeFile.write(
        file,
        out -> {
          Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          CsvWriter csv = CsvWriter.builder().build(writer);
          csv.writeRecord("learning_rate", "accuracy");
          for (AccuracyPoint point : points) {
            csv.writeRecord(
                Double.toString(point.learningRate()), Double.toString(point.accuracy()));
          }
          csv.flush();
        });
  }

  @Override
  public String toString() {
    return explanation();
  }
}
