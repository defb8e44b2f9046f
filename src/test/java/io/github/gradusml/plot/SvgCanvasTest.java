package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class SvgCanvasTest {
  private static final Perceptron MIDDLE =
      Perceptron.of(new double[] {1, 0}, -0.5, Activation.step());

  private static final Dataset SQUARE =
      Dataset.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new double[] {0, 1, 1, 1});

  private static Stream<Plot> plots() {
    Plot loss = Plots.loss(Histories.of(0.7, 0.4, 0.3, 0.25));
    return Stream.of(
        loss,
        loss.withLogScale().withVerticalRange(0.3, 0.5),
        Plots.activation(Activation.step(), Activation.tanh()),
        Plots.decisionBoundary(MIDDLE, SQUARE),
        Plots.weights(Map.of("a", MIDDLE)),
        Plots.sheet(2, loss, loss, loss).withTitle("Three"));
  }

  private static Element parsed(String svg) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    return document.getDocumentElement();
  }

  @ParameterizedTest
  @MethodSource("plots")
  void aPictureIsWellFormedXml(Plot plot) throws Exception {
    Element svg = parsed(plot.toSvg());
    assertEquals("svg", svg.getTagName());
    assertEquals("http://www.w3.org/2000/svg", svg.getAttribute("xmlns"));
    assertTrue(svg.getElementsByTagName("text").getLength() > 4);
  }

  @ParameterizedTest
  @MethodSource("plots")
  void aPictureIsTheSameBytesTwiceAndInEveryLanguage(Plot plot) {
    String first = plot.toSvg();
    Locale locale = Locale.getDefault();
    try {
      for (String tag : new String[] {"de", "ar-EG", "hi-IN-u-nu-deva", "tr"}) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertEquals(first, plot.toSvg(), tag);
      }
    } finally {
      Locale.setDefault(locale);
    }
  }

  @ParameterizedTest
  @MethodSource("plots")
  void nothingHasANameSoThatSeveralStandOnOnePage(Plot plot) {
    assertFalse(plot.toSvg().contains(" id="));
  }

  @Test
  void aTitleOfAnyLettersIsWrittenAsItIs() throws Exception {
    String title = "a < b & c > \"d\" ½ \uD83D\uDE00 \u0000 \uD800\n\te";
    Element svg = parsed(Plots.loss(Histories.of(1, 2)).withTitle(title).toSvg());
    String expected = title.replaceAll("[\u0000\uD800]", "\uFFFD").replace("\n\t", " ");
    assertEquals(expected, svg.getElementsByTagName("title").item(0).getTextContent());
  }

  @Test
  void theLegendMayHaveLettersThatXmlReadsOtherwise() throws Exception {
    Map<String, io.github.gradusml.training.TrainingHistory> trainings = new LinkedHashMap<>();
    trainings.put("<script>&", Histories.of(1, 2));
    assertTrue(parsed(Plots.losses(trainings).toSvg()).getTextContent().contains("<script>&"));
  }

  @Test
  void aTextSaysHowWideItIsToBe() throws Exception {
    Element svg = parsed(Plots.loss(Histories.of(1, 2)).withTitle("iiii").toSvg());
    Element title = (Element) svg.getElementsByTagName("text").item(0);
    // Four i of 278 thousandths of 18, bold.
    assertEquals(
        4 * 0.278 * 18 * 1.135, Double.parseDouble(title.getAttribute("textLength")), 0.005);
  }

  @Test
  void neighborsOfOneColorAreOneBox() {
    String svg = Plots.decisionBoundary(MIDDLE, SQUARE).toSvg();
    // The white behind all, one color, the other in front of it, and what is behind the legend.
    assertEquals(4, svg.split("shape-rendering").length - 1);
  }

  @Test
  void anEmojiIsLeftWholeOrLeftOut() {
    for (int letters = 0; letters < 30; letters++) {
      String label = "x".repeat(letters) + "\uD83D\uDE00".repeat(100);
      String svg = Plots.losses(Map.of(label, Histories.of(1, 2))).toSvg();
      assertFalse(svg.contains("\uFFFD"), letters + " letters before them");
    }
  }
}
