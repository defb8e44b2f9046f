package io.github.gradusml.examples;

import static io.github.gradusml.examples.ExampleOutput.number;
import static io.github.gradusml.examples.ExampleOutput.outputWithPictures;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.data.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** As {@link ExamplesTest}: the example of texts, and the messages that it is about. */
class SpamFilterExampleTest {
  @Test
  void spamFilterTakesMostWordsOutAndIsMoreOftenRightAboutNewMessages() throws IOException {
    String output = outputWithPictures(SpamFilter::main, "spam-words.png");
    String line = " +([0-9.]+)";
    double columns = number("\nelastic net" + line, output);
    double zeros = number("\nelastic net +[0-9]+" + line, output);
    assertTrue(columns > 8000 && zeros > 0.7 * columns, output);
    assertEquals(100, number("\nperceptron +[0-9]+ +[0-9]+" + line, output));
    double perceptron = number("\nperceptron +[0-9]+ +[0-9]+ +[0-9.]+" + line, output);
    assertTrue(number("\nelastic net +[0-9]+ +[0-9]+ +[0-9.]+" + line, output) > perceptron);
    assertTrue(number("spam with a probability of ([0-9.]+)", output) > 0.9, output);
    assertTrue(output.contains("\noff3r "), output);
    String page = Files.readString(Path.of("docs/weight-decay.md"));
    String table = output.substring(output.indexOf("\n   ") + 1, output.indexOf("\n\n\""));
    assertTrue(page.contains(table), "docs/weight-decay.md must have this table:\n" + table);
  }

  @Test
  void theMessagesAreTheSameEveryTimeAndHalfOfThemSpam() {
    Dataset mail = InventedMail.of(1000, 3);
    List<String> texts = mail.inputs().texts();
    assertEquals(texts, InventedMail.of(1000, 3).inputs().texts());
    assertArrayEquals(mail.targets(), InventedMail.of(1000, 3).targets());
    SortedMap<Double, Integer> counts = mail.targetCounts();
    assertEquals(500, counts.get(1.0), 48); // three deviations of a fair coin
    for (String text : texts) {
      assertTrue(text.endsWith(".") && text.indexOf('{') < 0 && text.indexOf('}') < 0, text);
      assertEquals(6, text.split("[.]").length, 2, text); // 4 to 8 sentences
    }
  }
}
