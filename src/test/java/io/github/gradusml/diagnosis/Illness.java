package io.github.gradusml.diagnosis;

import io.github.gradusml.training.Finding;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * An illness that a training is given on purpose: what is true of it is known by how it is made,
 * and never from a check.
 *
 * @param code what the check that should find it is called
 * @param sick makes a training that has it, of any size, loss and model that can
 * @param cured does to a training what the cure of a finding says, to the letter
 */
record Illness(
    String code, Function<Random, Patient> sick, BiFunction<Patient, Finding, Patient> cured) {}
