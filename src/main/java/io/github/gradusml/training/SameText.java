package io.github.gradusml.training;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares what settings and models say of themselves in one JVM and in another. */
final class SameText {
  private static final Pattern IDENTITY = Pattern.compile("(?<=[\\w\\]])@[0-9a-f]{1,8}\\b");
  private static final Pattern LAMBDA = Pattern.compile("\\$\\$Lambda[$/\\w]*");
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?(E-?\\d+)?");

  private SameText() {}

  /**
   * A text without what tells two runs apart: of a lambda, or whatever else has no text of its own,
   * only the class is left in which it was written.
   */
  static String of(Object told) {
    String text = IDENTITY.matcher(String.valueOf(told)).replaceAll("");
    return LAMBDA.matcher(text).replaceAll("\\$\\$Lambda");
  }

  /**
   * Whether two texts are equal, but for how their numbers are written: before Java 19 some had
   * digits that were not needed.
   */
  static boolean areSame(String a, String b) {
    if (a.equals(b)) {
      return true;
    }
    Matcher ofA = NUMBER.matcher(a);
    Matcher ofB = NUMBER.matcher(b);
    int endOfA = 0;
    int endOfB = 0;
    while (ofA.find()) {
      boolean same =
          ofB.find()
              && a.substring(endOfA, ofA.start()).equals(b.substring(endOfB, ofB.start()))
              && Double.parseDouble(ofA.group()) == Double.parseDouble(ofB.group());
      if (!same) {
        return false;
      }
      endOfA = ofA.end();
      endOfB = ofB.end();
    }
    return a.substring(endOfA).equals(b.substring(endOfB));
  }
}
