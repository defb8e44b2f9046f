package io.github.gradusml.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the page of a check says of how it is decided is what decides: who changes a threshold
 * changes its page.
 */
class DecisionsOnThePagesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          near-limit | NearLimitCheck | NEAR | 0.8 | the last rate must be 0.8 of it
          near-limit | NearLimitCheck | RINGING | 0.25 | risen in a quarter of the last
          near-limit | NearLimitCheck | LEAST_EPOCHS | 10 | of at least ten epochs
          not-converged | NotConvergedCheck | LEAST_EPOCHS | 5 | at least five epochs
          not-converged | NotConvergedCheck | OF_OBJECTIVE | 0.05 | 5% of the objective
          not-converged | NotConvergedCheck | OF_FALL | 0.02 | 2% of all that was gained
          plateau | PlateauCheck | LEAST_EPOCHS | 10 | Of at least ten epochs
          plateau | PlateauCheck | FLAT | 0.1 | no more than 10% below
          plateau | PlateauCheck | WORTH_SAYING | 0.05 | must end 5% lower
          plateau | PlateauCheck | TIMES_THE_FALL | 2 | must be twice as much
          plateau | PlateauCheck | ARRIVED | 0.025 | 2.5% lower than
          penalty-too-strong | PenaltyTooStrongCheck | DROWNED | 0.5 | above the middle
          penalty-too-strong | PenaltyTooStrongCheck | WORTH_SAYING | 0.8 | at most 0.8
          penalty-too-strong | PenaltyTooStrongCheck | LEARNED | 0.8 | leaves 80% of
          penalty-without-effect | PenaltyWithoutEffectCheck | SAME | 0.0003 | most 0.0003
          penalty-without-effect | PenaltyWithoutEffectCheck | WORTH_TRYING | 0.03 | by about 3%
          penalty-without-effect | PenaltyWithoutEffectCheck | FELT | 0.03 | is 3% of the
          unscaled-columns | UnscaledColumnsCheck | MOST_RATIO | 10 | Above 10 it is found
          collinear-columns | CollinearColumnsCheck | LIMIT | 100 | that is above 100
          collinear-columns | CollinearColumnsCheck | MOST_COLUMNS | 128 | up to 128 columns
          collinear-columns | Inflation | LEAST_OWN | 0.0001 | less than 10⁻⁴
          duplicate-columns | DuplicateColumnsCheck | LEAST_ROWS | 10 | at least 10 rows
          duplicate-columns | DuplicateColumnsCheck | LEAST_OTHERS | 5 | at least 5 of them
          duplicate-columns | DuplicateColumnsCheck | ROUNDING | 0.000001 | to 10⁻⁶
          constant-column | ConstantColumnCheck | LEAST_ROWS | 10 | at least 10 rows
          constant-column | ConstantColumnCheck | MOST_NUMBERS | 262144 | up to 262,144
          giveaway-column | GiveawayColumnCheck | LEAST_ROWS | 50 | 3 columns and 50 rows
          giveaway-column | GiveawayColumnCheck | LEAST_COLUMNS | 3 | at least 3 columns
          giveaway-column | GiveawayColumnCheck | NOTHING_OPEN | 0.001 | less than 0.1%
          giveaway-column | GiveawayColumnCheck | MUCH_OPEN | 0.05 | must leave 5% open
          unbalanced-classes | UnbalancedClassesCheck | RARE | 0.2 | less than a fifth
          unbalanced-classes | UnbalancedClassesCheck | MOST_RECALL | 0.7 | below 70%
          unbalanced-classes | UnbalancedClassesCheck | LEAST_GAP | 0.2 | 20 points below
          unbalanced-classes | UnbalancedClassesCheck | LEAST_ROWS | 5 | at least 5 rows
          unshuffled-rows | UnshuffledRowsCheck | LEAST_ROWS | 40 | fewer than 40 rows
          unshuffled-rows | UnshuffledRowsCheck | LEAST_STRETCH | 10 | at least 10 rows
          unshuffled-rows | UnshuffledRowsCheck | MOST_LOOKED_AT | 4096 | up to 4,096 rows
          unshuffled-rows | UnshuffledRowsCheck | LIKE_FOLLOWS_LIKE | 0.5 | from 50% on
          saturated-units | SaturatedUnitsCheck | AT_END | 0.01 | within 1% of the way
          saturated-units | SaturatedUnitsCheck | SHARE_OF_ROWS | 0.9 | on 90% of
          saturated-units | SaturatedUnitsCheck | SHARE_OF_UNITS | 0.5 | half of its units
          dead-units | DeadUnitsCheck | LEAST_SHARE | 0.125 | an eighth of the units
          loss-behind-sigmoid | LossBehindSigmoidCheck | AT_END | 0.01 | within 1% of the
          loss-behind-sigmoid | LossBehindSigmoidCheck | FLAT | 0.1 | less than a tenth
          loss-behind-sigmoid | LossBehindSigmoidCheck | LEAST_SHARE | 0.1 | a tenth of up
          overfitting | OverfittingCheck | BEYOND_CHANCE | 3 | by 3 standard errors
          overfitting | OverfittingCheck | LEAST_RATIO | 1.2 | must be 1.2 times
          overfitting | OverfittingCheck | LEAST_RATIO_UNRECORDED | 1.5 | 1.5 times
          overfitting | OverfittingCheck | LEAST_RISE | 0.05 | 5% above its lowest
          underfitting | UnderfittingCheck | MUCH_LEFT | 0.5 | more than half of the loss
          underfitting | UnderfittingCheck | NOT_LEARNED | 1.2 | less than 1.2 times it
          underfitting | UnderfittingCheck | FAR_LOWER | 0.7 | below 0.7 times
          underfitting | UnderfittingCheck | BEYOND_CHANCE | 2 | by 2 standard errors
          underfitting | RicherModel | MOST_ROWS | 512 | up to 512 rows
          underfitting | RicherModel | MOST_COLUMNS | 64 | more than 64 columns
          no-better-than-guessing | GuessingCheck | HARDLY | 0.02 | lower by 2%
          no-better-than-guessing | GuessingCheck | HARDLY_RIGHT | 0.2 | a fifth of the rows
          no-better-than-guessing | GuessingCheck | MOST_BY_CHANCE | 0.25 | at most 25%
          noisy-validation | NoisyValidationCheck | MOST_NOISE | 0.2 | more than 0.2 of
          noisy-validation | NoisyValidationCheck | LEAST_ROWS | 20 | fewer than 20 rows
          noisy-validation | NoisyValidationCheck | MORE_ROWS | 50 | at least 50
          edge-of-search | EdgeOfSearchCheck | AS_GOOD | 0.01 | within a hundredth of a
          rate-too-small | training.PaceCheck | LEAST_EPOCHS | 5 | at least five epochs
          rate-too-small | training.PaceCheck | STEADY | 0.25 | a quarter or more of its mean pace
          rate-too-small | training.PaceCheck | STUCK | 0.9 | within a tenth of the objective
          rate-too-small | training.PaceCheck | WORTH_SAYING | 0.2 | ends 20% lower
          rate-too-small | training.PaceCheck | LEAST_GAIN | 0.05 | 5% where that is ten times
          worse-than-nothing | training.WorseThanNothingCheck | LEAST_GROWTH | 1.2 | by a fifth
          """)
  void aPageSaysTheThresholdThatDecides(
      String page, String type, String constant, double value, String words)
      throws IOException, ReflectiveOperationException {
    String inPackage = type.contains(".") ? type : "diagnosis." + type;
    Field field = Class.forName("io.github.gradusml." + inPackage).getDeclaredField(constant);
    field.setAccessible(true);
    String where = "docs/checks/" + page + ".md";
    assertEquals(
        value,
        ((Number) field.get(null)).doubleValue(),
        () -> constant + " has changed, of which " + where + " says: " + words);
    assertTrue(Files.readString(Path.of(where)).contains(words), () -> where + " lacks: " + words);
  }
}
