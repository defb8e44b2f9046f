package io.github.gradusml.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.plot.Plot;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The pictures in docs/pictures.md and in the Javadoc are those that the code beside them draws.
 */
class PictureSnippetsTest {
  @Test
  void thePicturesAreUpToDate() throws IOException {
    for (Map.Entry<String, Plot> picture : PictureSnippets.all().entrySet()) {
      assertEquals(
          Files.readString(PictureSnippets.file(picture.getKey())),
          picture.getValue().withSize(640, 420).toSvg(),
          picture.getKey() + " is out of date; docs/pictures.md says how to draw it anew");
    }
    assertEquals(
        Files.readString(PictureSnippets.file("sheet")),
        PictureSnippets.sheet().withSize(960, 360).toSvg());
  }
}
