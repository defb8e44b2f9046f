package io.github.gradusml.examples;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.rows.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Messages that nobody ever sent, for {@link SpamFilter}: half of them spam, made by a rule.
 *
 * <p>A message has 4 to 8 sentences. Nearly half of them are those that anybody might write; of the
 * others most are of the message's own kind, and one in eight is of the other kind. A sentence is a
 * pattern with gaps, and gaps are filled with words from a list, with numbers, or with names and
 * codes of random syllables, most of which come once or twice in all messages. In spam one long
 * word in ten is disguised by a digit that looks like a letter; everywhere one in fifty is
 * mistyped. At last one label in fifty is turned round, so that nothing can be right about more
 * than 98% of new messages, but by chance.
 *
 * <p>Lists, patterns and shares are invented. What a model scores here says nothing about real
 * mail, which is written by people who try to get past filters.
 */
final class InventedMail {
  private static final List<String> SPAM =
      List.of(
          "congratulations, you are the winner of the {prize}",
          "click {here} to claim the {prize} before {day}",
          "this {good} offer ends {day}, act now",
          "you can earn {number} dollars a week at home, no experience needed",
          "{good} watches at {number} percent off, order before {day}",
          "the account {code} will be closed on {day}, confirm your password {here}",
          "no fees, no risk, money back guaranteed",
          "you have been selected for a {good} loan, the bank is waiting",
          "dear friend, I need your help to transfer {number} dollars",
          "lose weight fast with the pills of {name}, results guaranteed");

  private static final List<String> HAM =
      List.of(
          "{name} and I will be {at} on {day}",
          "my notes of the meeting with {name} are attached",
          "can you look at the {paper} before {day}",
          "thanks for your comments on the {paper} about {name}",
          "our meeting with {name} moves to {number}",
          "I fixed {code} last night, the tests run again",
          "how was your trip with {name}, did the children like it",
          "we could have lunch {at} if the weather is good",
          "your draft of the {paper} has {number} pages, a bit long for me",
          "{name} is ill, so I will give the talk on {day}");

  private static final List<String> BOTH =
      List.of(
          "hello {name}, how are you",
          "please answer by {day}",
          "your order {code} is on its way to {name}",
          "here is the link to the {paper}",
          "the price is {number} dollars, free of tax",
          "I tried to call you on {day}, my number is {number}",
          "do you have time {at} to look at our offer",
          "it was good to hear from you",
          "please confirm that your address is {number} {name} street",
          "best wishes, {name}");

  private static final Map<String, List<String>> WORDS =
      Map.of(
          "prize", List.of("prize", "free phone", "cash prize", "free cruise", "gift card"),
          "good", List.of("cheap", "free", "great", "special", "secret"),
          "here", List.of("here", "below", "the link below", "now"),
          "paper", List.of("report", "invoice", "paper", "budget", "contract", "plan"),
          "at", List.of("at home", "at the office", "in the garden", "at the station"),
          "day", List.of("monday", "tuesday", "thursday", "friday", "sunday", "tonight"));

  private static final String SYLLABLES = "balodakemirosutavenipozufarelimo";
  private static final String LETTERS = "aeios";
  private static final String DIGITS = "43105";

  private final Random random;

  private InventedMail(long seed) {
    random = new Random(seed);
  }

  /** Makes messages, with target 1 for spam. */
  static Dataset of(int messages, long seed) {
    InventedMail mail = new InventedMail(seed);
    List<String> texts = new ArrayList<>();
    double[] y = new double[messages];
    for (int i = 0; i < messages; i++) {
      boolean isSpam = mail.happens(0.5);
      texts.add(mail.message(isSpam));
      y[i] = isSpam == mail.happens(0.98) ? 1 : 0;
    }
    return Dataset.of(Rows.texts(texts), y).withClassNames("ham", "spam");
  }

  private boolean happens(double share) {
    return random.nextDouble() < share;
  }

  private <T> T oneOf(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private String message(boolean isSpam) {
    StringBuilder text = new StringBuilder();
    for (int left = 4 + random.nextInt(5); left > 0; left--) {
      List<String> patterns = happens(0.45) ? BOTH : isSpam == happens(7.0 / 8) ? SPAM : HAM;
      String sentence = sentence(oneOf(patterns), isSpam);
      text.append(Character.toUpperCase(sentence.charAt(0))).append(sentence.substring(1));
      text.append(left > 1 ? ". " : ".");
    }
    return text.toString();
  }

  private String sentence(String pattern, boolean isSpam) {
    List<String> words = new ArrayList<>();
    for (String word : pattern.split(" ")) {
      int end = word.indexOf('}');
      String filled = end < 0 ? word : gap(word.substring(1, end)) + word.substring(end + 1);
      boolean isLong = filled.length() > 4;
      if (isLong && isSpam && happens(1.0 / 10)) {
        filled = disguised(filled);
      }
      words.add(isLong && happens(1.0 / 50) ? mistyped(filled) : filled);
    }
    return String.join(" ", words);
  }

  private String gap(String name) {
    return switch (name) {
      case "number" -> String.valueOf(10 + random.nextInt(9990));
      case "name" -> syllables(2 + random.nextInt(2));
      case "code" -> syllables(1) + (100 + random.nextInt(900));
      default -> oneOf(WORDS.get(name));
    };
  }

  private String syllables(int count) {
    StringBuilder word = new StringBuilder();
    for (int k = 0; k < count; k++) {
      int from = 2 * random.nextInt(SYLLABLES.length() / 2);
      word.append(SYLLABLES, from, from + 2);
    }
    return word.toString();
  }

  /** One letter becomes the digit that it looks like. */
  private String disguised(String word) {
    int[] places =
        IntStream.range(1, word.length())
            .filter(k -> LETTERS.indexOf(word.charAt(k)) >= 0)
            .toArray();
    if (places.length == 0) {
      return word;
    }
    int k = places[random.nextInt(places.length)];
    char digit = DIGITS.charAt(LETTERS.indexOf(word.charAt(k)));
    return word.substring(0, k) + digit + word.substring(k + 1);
  }

  /** Two letters within the word change places. */
  private String mistyped(String word) {
    int k = 1 + random.nextInt(word.length() - 3);
    return word.substring(0, k) + word.charAt(k + 1) + word.charAt(k) + word.substring(k + 2);
  }
}
