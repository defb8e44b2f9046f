package io.github.gradusml.step;

import io.github.gradusml.internal.OneLine;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.step.Places.Place;
import java.util.ArrayList;
import java.util.List;

/** The names of parameters and features as the texts show them: on one line, and not too long. */
final class Names {
  private static final int LONGEST = 40;

  private final Shape shape;
  private final Places places;
  private final List<String> features;

  Names(Shape shape, Places places, List<String> features) {
    this.shape = shape;
    this.places = places;
    this.features = features;
  }

  Place place(int parameter) {
    return places.at(parameter);
  }

  String parameter(int parameter) {
    return brief(places.at(parameter).name());
  }

  /** What goes into a layer; layers from 0. */
  String input(int layer, int input) {
    return shape.inputs(layer, features).get(input);
  }

  /** The weight of an input of a unit; layers from 0. */
  String weight(int layer, int unit, int input) {
    Shape.Layer of = shape.layers().get(layer);
    return parameter(of.weightsAt() + input * of.units() + unit);
  }

  /** The bias of a unit; empty where it has none. */
  List<String> bias(int layer, int unit) {
    Shape.Layer of = shape.layers().get(layer);
    return of.biasesAt() < 0 ? List.of() : List.of(parameter(of.biasesAt() + unit));
  }

  static String brief(String name) {
    return OneLine.of(Texts.cut(name, LONGEST));
  }

  /** The largest of some numbers, as many as fit, in their own order. */
  static List<Integer> largest(double[] sizes, int most) {
    List<Integer> order = new ArrayList<>();
    for (int k = 0; k < sizes.length; k++) {
      order.add(k);
    }
    return order.stream()
        .sorted((a, b) -> Double.compare(Math.abs(sizes[b]), Math.abs(sizes[a])))
        .limit(most)
        .sorted()
        .toList();
  }
}
