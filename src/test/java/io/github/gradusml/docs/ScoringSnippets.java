package io.github.gradusml.docs;

import io.github.gradusml.pipeline.Pipeline;
import java.io.IOException;
import java.io.InputStream;

/** The code of docs/service.md that stands not in {@link PredictionService}. */
final class ScoringSnippets {
  private ScoringSnippets() {}

  static Pipeline<?> shipped() throws IOException {
    try (InputStream in = ScoringSnippets.class.getResourceAsStream("/model.json")) {
      return Pipeline.read(in);
    }
  }
}
