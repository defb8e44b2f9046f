package io.github.gradusml.stability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.internal.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CorralTest {
  /** Some roundings of numbers around 1. */
  private static final double ROUNDING = 1e-12;

  @Test
  void thePointOfALineNearestToTheOriginIsNormalToIt() {
    Corral corral = new Corral(2);
    assertTrue(corral.add(3, new double[] {0, 1}));
    assertTrue(corral.add(8, new double[] {1, 0}));
    assertArrayEquals(new double[] {0.5, 0.5}, corral.nearest(), 1e-15);
    assertArrayEquals(new double[] {0.5, 0.5}, corral.coordinates(), 1e-15);
    assertArrayEquals(new int[] {3, 8}, corral.rows());
  }

  @Test
  void aPointInThePlaneOfTheOthersIsNotAdded() {
    Corral corral = new Corral(2);
    corral.add(0, new double[] {0, 1});
    corral.add(1, new double[] {1, 0});
    assertFalse(corral.add(2, new double[] {3, -2}));
    assertTrue(corral.add(2, new double[] {3, 3}));
    assertFalse(corral.add(3, new double[] {9, 7}), "three points span the plane");
    // The origin is in it.
    assertEquals(0, Vectors.norm(corral.nearest(), 0, 2), 1e-15);
  }

  /** The nearest point is orthogonal to all differences, and made of what is said. */
  @Test
  void pointsMayComeAndGoInAnyOrder() {
    Random random = new Random(1);
    for (int round = 0; round < 50; round++) {
      int d = 2 + random.nextInt(6);
      Corral corral = new Corral(d);
      List<double[]> points = new ArrayList<>();
      for (int step = 0; step < 20; step++) {
        if (points.size() == d || points.size() > 1 && random.nextBoolean()) {
          int index = random.nextInt(points.size());
          corral.remove(index);
          points.remove(index);
        } else {
          double[] point = random.doubles(d, -1, 1).toArray();
          assertTrue(corral.add(step, point));
          points.add(point);
        }
        assertNearest(corral, points);
      }
    }
  }

  private static void assertNearest(Corral corral, List<double[]> points) {
    double[] nearest = corral.nearest();
    double[] shares = corral.coordinates();
    double[] sum = new double[nearest.length];
    double total = 0;
    double scale = 1;
    for (int i = 0; i < shares.length; i++) {
      Vectors.addScaled(shares[i], points.get(i), 0, sum, 0, sum.length);
      total += shares[i];
      scale = Math.max(scale, Math.abs(shares[i])); // points that are almost in a plane
    }
    assertEquals(1, total, ROUNDING * scale);
    assertArrayEquals(nearest, sum, ROUNDING * scale);
    double squares = Vectors.squaredNorm(nearest, 0, nearest.length);
    for (double[] point : points) {
      assertEquals(squares, Vectors.dot(nearest, 0, point, 0, point.length), ROUNDING);
    }
  }

  /** 1e-9 from the origin: the direction still has half of its digits, not none. */
  @Test
  void thePointIsKnownWellHoweverNearThePlaneIsToTheOrigin() {
    double gap = 1e-9;
    Corral corral = new Corral(3);
    corral.add(0, new double[] {1, 0.3, gap});
    corral.add(1, new double[] {-0.7, 1, gap});
    corral.add(2, new double[] {-0.2, -1, gap});
    double[] nearest = corral.nearest();
    assertEquals(gap, nearest[2], 1e-7 * gap);
    assertEquals(0, Math.hypot(nearest[0], nearest[1]), 1e-15 * 1e-7 * 1e9);
  }
}
