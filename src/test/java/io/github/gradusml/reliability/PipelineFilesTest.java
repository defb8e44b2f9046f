package io.github.gradusml.reliability;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A short run of {@link PipelineFiles}. */
class PipelineFilesTest {
  @Test
  void filesThatWereChangedAreRefusedOrSound() throws IOException {
    int[] readAndRefused = PipelineFiles.check(1, 3000);
    assertTrue(readAndRefused[0] > 100, readAndRefused[0] + " were read");
    assertTrue(readAndRefused[1] > 1000, readAndRefused[1] + " were refused");
  }
}
