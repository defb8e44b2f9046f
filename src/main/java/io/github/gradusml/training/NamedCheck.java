package io.github.gradusml.training;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A check that is a function with a name. */
record NamedCheck(String code, String title, Severity severity, Function<Case, Verdict> looking)
    implements Check {
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");

  NamedCheck {
    Checks.notNull("code", code);
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "code must be capitals, digits and underscores, but was " + Texts.quoted(code));
    }
    Checks.notBlank("title", title);
    Checks.notNull("severity", severity);
    Checks.notNull("look", looking);
  }

  @Override
  public Verdict look(Case training) {
    return looking.apply(Checks.notNull("training", training));
  }

  @Override
  public String toString() {
    return code;
  }
}
