package io.github.gradusml.report;

import io.github.gradusml.plot.Plot;

/**
 * A picture.
 *
 * @param plot the picture
 * @param caption what is seen in it, in a sentence
 * @param instead what says the same where there are no pictures
 */
record Figure(Plot plot, String caption, Block instead) implements Block {
  @Override
  public void writeTo(Form form) {
    form.figure(this);
  }
}
