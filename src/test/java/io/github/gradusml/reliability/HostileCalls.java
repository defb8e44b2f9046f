package io.github.gradusml.reliability;

import io.github.gradusml.core.Model;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Calls everything that is public with arguments at random, most of them hostile, and collects what
 * was not refused as it should: see {@link Verdict}. Long work must end when it is interrupted.
 *
 * <p>To run it: {@code mvn -q test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=io.github.gradusml.reliability.HostileCalls -Dexec.args="1 1000000"}, where the
 * first number is the seed and the second how many calls.
 */
final class HostileCalls {
  private static final int MILLISECONDS_TO_INTERRUPT = 100;
  private static final int MILLISECONDS_TO_END = 20_000;

  /**
   * What a training calls in its innermost loop, and what a user implements: the arrays handed over
   * were checked before, once, and are not checked again at every update. The JVM's own bounds
   * hold.
   */
  private static final Set<String> INNERMOST =
      Set.of(
          "Optimizer.step",
          "Optimizer.rest",
          "Regularizer.value",
          "Regularizer.addGradient",
          "Regularizer.proximalStep",
          "Regularizer.afterStep",
          "Regularizer.beforeStep",
          "Layers.forward",
          "Layers.backward",
          "Output.predict",
          "Output.probabilities",
          "Output.classify",
          "Output.score",
          "Output.logLoss",
          "LossOnNetInputs.value",
          "LossOnNetInputs.slope",
          "LossOnNetInputs.valueAndSlope",
          "ComposedLoss.value",
          "ComposedLoss.slope",
          "ComposedLoss.valueAndSlope",
          "Rows.multiply",
          "Rows.addTransposed",
          "Rows.setTransposed",
          "Rows.addDistances",
          "Rows.addSquares",
          "Rows.descend",
          "Rows.copyTo",
          "RestingWeights.fetch",
          "RestingWeights.putBack",
          "TouchedColumns.turnTo",
          "UpdateStrategy.arrange");

  /** What would open a window. */
  private static final Set<String> NOT_CALLED = Set.of("Plot.show");

  private static final String OURS = "io.github.gradusml.";

  private final Random random;
  private final HostileArguments arguments;
  private final List<Executable> calls = new ArrayList<>();
  private final Map<String, String> wrong = new LinkedHashMap<>();
  private Thread thread;
  private ExecutorService caller = newCaller();
  private int returned;
  private int refused;
  private int interrupted;

  HostileCalls(long seed, Path folder) throws IOException {
    this.random = new Random(seed);
    this.arguments = new HostileArguments(random, folder);
    SoundObjects.all().forEach(arguments::know);
    for (Class<?> type : Types.exported()) {
      Stream.concat(Arrays.stream(type.getConstructors()), Arrays.stream(type.getMethods()))
          .filter(call -> call.getDeclaringClass().getName().startsWith(OURS))
          .filter(call -> !NOT_CALLED.contains(name(call)))
          .filter(call -> !call.getDeclaringClass().isEnum()) // what there is is Java's
          .sorted(Comparator.comparing(Executable::toString))
          .forEach(calls::add);
    }
  }

  private ExecutorService newCaller() {
    return Executors.newSingleThreadExecutor(
        work -> {
          thread = new Thread(work, "hostile calls");
          thread.setDaemon(true);
          return thread;
        });
  }

  private static String name(Executable call) {
    String type = call.getDeclaringClass().getSimpleName();
    return type + "." + (call instanceof Constructor ? "new" : call.getName());
  }

  /** Makes so many calls; returns what was wrong, each kind once, with the call. */
  Map<String, String> run(int count) {
    for (int i = 0; i < count; i++) {
      call(calls.get(random.nextInt(calls.size())));
    }
    caller.shutdownNow();
    return wrong;
  }

  private void call(Executable call) {
    boolean isStatic = call instanceof Constructor || Modifier.isStatic(call.getModifiers());
    Object target = isStatic ? null : arguments.sound(call.getDeclaringClass());
    if (!isStatic && (target == null || Proxy.isProxyClass(target.getClass()))) {
      return;
    }
    Object[] values = Arrays.stream(call.getGenericParameterTypes()).map(arguments::any).toArray();
    Future<Object> result = caller.submit(() -> invoke(call, target, values));
    try {
      Object value = end(result);
      if (value instanceof Thrown thrown) {
        judge(call, values, thrown.what());
        return;
      }
      returned++;
      if (value != null && value.getClass().getName().startsWith(OURS)) {
        arguments.know(value);
      }
    } catch (TimeoutException e) {
      wrong.putIfAbsent(name(call) + " does not end", told(values));
      caller.shutdownNow();
      caller = newCaller();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object end(Future<Object> result)
      throws ExecutionException, TimeoutException, InterruptedException {
    for (int waited = 0; waited < MILLISECONDS_TO_END; waited += MILLISECONDS_TO_INTERRUPT) {
      try {
        return result.get(MILLISECONDS_TO_INTERRUPT, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        interrupted += waited == 0 ? 1 : 0;
        thread.interrupt(); // again and again: the call may not even have begun
      }
    }
    throw new TimeoutException();
  }

  /** What a call ended in. */
  private record Thrown(Throwable what) {}

  private static Object invoke(Executable call, Object target, Object[] values)
      throws ReflectiveOperationException {
    try {
      Object result =
          call instanceof Constructor<?> constructor
              ? constructor.newInstance(values)
              : ((Method) call).invoke(target, values);
      if (result != null) {
        result.toString();
      }
      return result;
    } catch (InvocationTargetException e) {
      return new Thrown(e.getCause());
    } catch (RuntimeException e) {
      return new Thrown(e); // of toString
    }
  }

  private void judge(Executable call, Object[] values, Throwable thrown) {
    refused++;
    String verdict = Verdict.on(thrown);
    boolean isBound = thrown instanceof IndexOutOfBoundsException || isNull(thrown);
    if (verdict != null && !(isBound && (INNERMOST.contains(name(call)) || isOfOwnModel(values)))) {
      String at =
          Arrays.stream(thrown.getStackTrace())
              .filter(frame -> frame.getClassName().startsWith(OURS))
              .findFirst()
              .map(StackTraceElement::toString)
              .orElse("?");
      String key = name(call) + ": " + thrown.getClass().getSimpleName() + " " + verdict;
      wrong.putIfAbsent(key, told(values) + " → " + brief(thrown.getMessage()) + " at " + at);
    }
  }

  /** A model that contradicts itself is found when it is trained, not in every prediction. */
  private static boolean isOfOwnModel(Object[] values) {
    return Arrays.stream(values)
        .anyMatch(value -> value instanceof Model && Proxy.isProxyClass(value.getClass()));
  }

  private static boolean isNull(Throwable thrown) {
    return thrown instanceof NullPointerException;
  }

  private static String told(Object[] values) {
    return Arrays.stream(values)
        .map(HostileCalls::told)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String told(Object value) {
    try {
      return brief(
          value instanceof Object[] array
              ? Arrays.deepToString(array)
              : value instanceof double[] row ? Arrays.toString(row) : String.valueOf(value));
    } catch (RuntimeException e) {
      return "?";
    }
  }

  private static String brief(String text) {
    return text == null || text.length() <= 120 ? text : text.substring(0, 120) + "…";
  }

  @Override
  public String toString() {
    return calls.size()
        + " methods; "
        + returned
        + " calls returned, "
        + refused
        + " were refused, "
        + interrupted
        + " interrupted; "
        + wrong.size()
        + " kinds of wrong";
  }

  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("hostile");
    HostileCalls calls = new HostileCalls(Long.parseLong(args[0]), folder);
    calls.run(Integer.parseInt(args[1]));
    calls.wrong.forEach((what, how) -> System.out.println(what + "\n    " + how));
    System.out.println(calls);
  }
}
