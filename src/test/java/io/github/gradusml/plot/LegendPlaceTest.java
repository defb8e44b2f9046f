package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendPosition;

class LegendPlaceTest {
  private static final Axis UNIT = new Axis("x", Scale.LINEAR, 0, 1);

  private static LegendPosition beside(double[] x, double[] y) {
    LegendPlace place = new LegendPlace(UNIT, UNIT);
    place.avoidLine(x, y);
    XYChart chart = new XYChart(900, 600);
    place.apply(chart, List.of("training", "validation"));
    return chart.getStyler().getLegendPosition();
  }

  @Test
  void aFallingLineLeavesTheUpperRightCorner() {
    assertEquals(LegendPosition.InsideNE, beside(new double[] {0, 0.1, 1}, new double[] {1, 0, 0}));
  }

  @Test
  void aLineAlongTheTopLeavesTheLowerRightCorner() {
    assertEquals(LegendPosition.InsideSE, beside(new double[] {0, 1}, new double[] {0.95, 0.95}));
  }

  @Test
  void aLineAlongTheRightLeavesTheUpperLeftCorner() {
    assertEquals(LegendPosition.InsideNW, beside(new double[] {0.95, 0.95}, new double[] {0, 1}));
  }

  @Test
  void linesThroughAllCornersLeaveThePlaceBesideThePlot() {
    double[] x = {0, 1, Double.NaN, 0, 1};
    double[] y = {0, 1, Double.NaN, 1, 0};
    assertEquals(LegendPosition.OutsideE, beside(x, y));
  }

  @Test
  void aLineBetweenFarPointsIsAvoidedAllTheWay() {
    // No point of its own lies near a corner on the right; the lines between them do.
    double[] x = {0, 0.5, 2};
    double[] y = {0.5, 0.5, 2};
    assertEquals(LegendPosition.InsideSE, beside(x, y));
  }

  @Test
  void onePointIsAvoided() {
    assertEquals(LegendPosition.InsideSE, beside(new double[] {0.95}, new double[] {0.95}));
  }
}
