package io.github.gradusml.text;

import io.github.gradusml.internal.Texts;

/**
 * Which words of the training texts get a column.
 *
 * @param leastTexts in how many texts a word is at least
 * @param leastShare in which share of them at least
 * @param mostTexts in how many at the most
 * @param mostShare in which share at the most
 * @param mostWords how many words there are at the most
 */
record WordBounds(
    int leastTexts, double leastShare, int mostTexts, double mostShare, int mostWords) {
  static final WordBounds NONE = new WordBounds(1, 0, Integer.MAX_VALUE, 1, Integer.MAX_VALUE);

  WordBounds fromTexts(int texts) {
    return new WordBounds(texts, leastShare, mostTexts, mostShare, mostWords);
  }

  WordBounds fromShare(double share) {
    return new WordBounds(leastTexts, share, mostTexts, mostShare, mostWords);
  }

  WordBounds toTexts(int texts) {
    return new WordBounds(leastTexts, leastShare, texts, mostShare, mostWords);
  }

  WordBounds toShare(double share) {
    return new WordBounds(leastTexts, leastShare, mostTexts, share, mostWords);
  }

  WordBounds toWords(int words) {
    return new WordBounds(leastTexts, leastShare, mostTexts, mostShare, words);
  }

  /** Whether a word that some texts out of n have is neither too rare nor too frequent. */
  boolean allow(int texts, int n) {
    return texts >= leastTexts
        && texts >= leastShare * n
        && texts <= mostTexts
        && texts <= mostShare * n;
  }

  /** Says what is not as it is unless set. */
  @Override
  public String toString() {
    return (leastTexts > 1 ? ", in at least " + Texts.count(leastTexts, "text") : "")
        + (leastShare > 0 ? ", in a share of at least " + leastShare + " of the texts" : "")
        + (mostTexts < Integer.MAX_VALUE ? ", in at most " + Texts.count(mostTexts, "text") : "")
        + (mostShare < 1 ? ", in a share of at most " + mostShare + " of the texts" : "")
        + (mostWords < Integer.MAX_VALUE ? ", the most frequent " + mostWords : "");
  }
}
