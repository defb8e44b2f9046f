package io.github.gradusml.internal;

import java.util.function.Supplier;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * A generator that is made when it is first asked: to make a Well19937c takes longer than an epoch
 * of a few rows, and strategies that do not shuffle never ask.
 */
final class LateGenerator implements RandomGenerator {
  private final Supplier<RandomGenerator> maker;
  private RandomGenerator made;

  LateGenerator(Supplier<RandomGenerator> maker) {
    this.maker = maker;
  }

  private RandomGenerator made() {
    if (made == null) {
      made = maker.get();
    }
    return made;
  }

  @Override
  public void setSeed(int seed) {
    made().setSeed(seed);
  }

  @Override
  public void setSeed(int[] seed) {
    made().setSeed(seed);
  }

  @Override
  public void setSeed(long seed) {
    made().setSeed(seed);
  }

  @Override
  public void nextBytes(byte[] bytes) {
    made().nextBytes(bytes);
  }

  @Override
  public int nextInt() {
    return made().nextInt();
  }

  @Override
  public int nextInt(int n) {
    return made().nextInt(n);
  }

  @Override
  public long nextLong() {
    return made().nextLong();
  }

  @Override
  public boolean nextBoolean() {
    return made().nextBoolean();
  }

  @Override
  public float nextFloat() {
    return made().nextFloat();
  }

  @Override
  public double nextDouble() {
    return made().nextDouble();
  }

  @Override
  public double nextGaussian() {
    return made().nextGaussian();
  }
}
