package io.github.gradusml.reliability;

/** Random trainings of softmax and networks by the thousand: see {@link RandomCases}. */
public final class RandomNetworks {
  private RandomNetworks() {}

  static RandomCases of(long firstSeed, int ofEach) {
    return RandomCases.of(RandomNetwork::of, firstSeed, ofEach);
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
