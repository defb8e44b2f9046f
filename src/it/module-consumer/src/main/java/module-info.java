/** One {@code requires} is all that a user of Gradus writes. */
module consumer {
  requires io.github.gradusml;
}
