package io.github.gradusml.reliability;

/** Random trainings of perceptrons by the thousand: see {@link RandomCases}. */
public final class RandomTrainings {
  private RandomTrainings() {}

  static RandomCases of(long firstSeed, int ofEach) {
    return RandomCases.of(RandomTraining::of, firstSeed, ofEach);
  }

  /**
   * Prints the figures, and every training that was judged wrongly.
   *
   * @param args the first seed and how many of each kind
   */
  public static void main(String[] args) {
    long seed = args.length > 0 ? Long.parseLong(args[0]) : 0;
    int count = args.length > 1 ? Integer.parseInt(args[1]) : 2000;
    of(seed, count).print();
  }
}
