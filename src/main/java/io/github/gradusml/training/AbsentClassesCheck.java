package io.github.gradusml.training;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Texts;
import java.util.List;
import java.util.stream.IntStream;

/** Whether a model of several outputs tells classes apart of which there is no row. */
final class AbsentClassesCheck {
  private AbsentClassesCheck() {}

  static Verdict verdict(Case training) {
    return training.goesOn()
        ? Verdict.notApplicable("it went on with a training that may have seen other rows")
        : verdict(training.start(), training.train());
  }

  private static Verdict verdict(Model<?> model, Dataset data) {
    int k = model.output().outputs();
    if (k == 1) {
      return Verdict.notApplicable("it has one output");
    }
    boolean[] isThere = new boolean[k];
    for (int i = 0; i < data.rows(); i++) {
      int number = (int) data.target(i);
      if (number != data.target(i) || number < 0 || number >= k) {
        return Verdict.notApplicable(
            "targets are no classes"); // somebody's own output, whose targets are no classes
      }
      isThere[number] |= data.weight(i) > 0;
    }
    List<Integer> absent = IntStream.range(0, k).filter(c -> !isThere[c]).boxed().toList();
    return absent.isEmpty()
        ? Verdict.clear()
        : Verdict.found(
            "the model tells "
                + k
                + " classes apart, but there is no row of "
                + (absent.size() == 1 ? "class " : "classes ")
                + Texts.some(absent, c -> text(c, k, data))
                + ": what it says of them means nothing.",
            "Take rows of every class, as Split.stratified does, or an output of as many classes as"
                + " have rows.");
  }

  private static String text(int ofClass, int k, Dataset data) {
    List<String> names = data.classNames();
    return ofClass + (names.size() == k ? " (" + Texts.quoted(names.get(ofClass)) + ")" : "");
  }
}
