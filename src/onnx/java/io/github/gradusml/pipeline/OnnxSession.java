package io.github.gradusml.pipeline;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayOutputStream;
import java.nio.DoubleBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** A pipeline as ONNX Runtime sees it. */
final class OnnxSession implements AutoCloseable {
  private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

  private final OrtSession session;

  private OnnxSession(OrtSession session) {
    this.session = session;
  }

  static OnnxSession of(Pipeline<?> pipeline) throws OrtException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    pipeline.writeOnnx(bytes);
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      return new OnnxSession(ENVIRONMENT.createSession(bytes.toByteArray(), options));
    }
  }

  OrtSession session() {
    return session;
  }

  /** What comes out, by name: {@code double[]}, {@code double[][]} or {@code long[]}. */
  Map<String, Object> run(double[][] rows, int columns) throws OrtException {
    DoubleBuffer numbers = DoubleBuffer.allocate(rows.length * columns);
    for (double[] row : rows) {
      numbers.put(row);
    }
    numbers.flip();
    Map<String, Object> all = new LinkedHashMap<>();
    try (OnnxTensor features =
            OnnxTensor.createTensor(ENVIRONMENT, numbers, new long[] {rows.length, columns});
        OrtSession.Result result = session.run(Map.of("features", features))) {
      for (Map.Entry<String, OnnxValue> one : result) {
        all.put(one.getKey(), one.getValue().getValue());
      }
    }
    return all;
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
