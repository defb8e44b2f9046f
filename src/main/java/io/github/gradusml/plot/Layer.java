package io.github.gradusml.plot;

/** A part of what a {@link Chart} shows. */
@FunctionalInterface
interface Layer {
  /** Draws it. */
  void draw(Canvas canvas, Frame frame);
}
