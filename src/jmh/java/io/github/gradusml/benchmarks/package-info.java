/**
 * What a training costs, beside other ways to train the same thing on the same numbers.
 *
 * <p>Read {@link io.github.gradusml.benchmarks.Workload} for what is trained, {@link
 * io.github.gradusml.benchmarks.Contender} for who trains it, {@link
 * io.github.gradusml.benchmarks.Training} for how it is timed. {@code src/jmh/run.sh} runs it all,
 * with the contenders outside the JVM, and {@link io.github.gradusml.benchmarks.RatioTable} prints
 * the ratios. {@link io.github.gradusml.benchmarks.Lessons} times each trick by itself. {@link
 * io.github.gradusml.benchmarks.CsvReading} and {@link io.github.gradusml.benchmarks.Standardizing}
 * time what comes before a training.
 */
package io.github.gradusml.benchmarks;
