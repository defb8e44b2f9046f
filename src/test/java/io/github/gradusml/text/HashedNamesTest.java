package io.github.gradusml.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HashedNamesTest {
  private static final HashingVectorizer TEN = HashingVectorizer.standard().withColumns(10);
  private static final List<String> NAMES =
      TEN.withNames(List.of("a", "b", "c", "d", "e")).names().names();

  @Test
  void everyNameIsFoundWhereItIs() {
    for (int j = 0; j < 10; j++) {
      assertEquals(j, NAMES.indexOf(NAMES.get(j)));
      assertTrue(NAMES.contains(NAMES.get(j)));
    }
  }

  @Test
  void whatIsNoNameIsFoundNowhere() {
    int taken = TEN.column("a");
    for (Object none : new Object[] {"#10", "#-1", "#", "#01", "#x", "z", "", 1, "#" + taken}) {
      assertEquals(-1, NAMES.indexOf(none), () -> "" + none);
      assertFalse(NAMES.contains(none));
    }
  }

  @Test
  void namesAreEqualToTheSameNamesInAnyList() {
    assertEquals(NAMES, new ArrayList<>(NAMES));
    assertEquals(new ArrayList<>(NAMES), NAMES);
    assertEquals(NAMES.hashCode(), new ArrayList<>(NAMES).hashCode());
    assertEquals(NAMES, TEN.withNames(List.of("e", "d", "c", "b", "a")).names().names());
    assertNotEquals(NAMES, TEN.withNames(List.of("a")).names().names());
    assertNotEquals(NAMES, TEN.names().names());
  }
}
