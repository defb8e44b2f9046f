package io.github.gradusml.training;

import java.util.ArrayList;
import java.util.List;

/** Remembers: the records of epochs and updates, which listeners hear of too. */
final class Memory {
  private final TrainerSettings settings;
  private final List<EpochRecord> epochs = new ArrayList<>();
  private final List<UpdateRecord> updates = new ArrayList<>();

  Memory(TrainerSettings settings) {
    this.settings = settings;
  }

  void add(EpochRecord record) {
    epochs.add(record);
    settings.listeners.forEach(listener -> listener.epochEnded(record));
  }

  void add(UpdateRecord record) {
    updates.add(record);
    settings.listeners.forEach(listener -> listener.updated(record));
  }

  boolean isEmpty() {
    return epochs.isEmpty();
  }

  EpochRecord last() {
    return epochs.get(epochs.size() - 1);
  }

  /** The objective of each epoch. */
  double[] objectives() {
    return epochs.stream().mapToDouble(EpochRecord::objective).toArray();
  }

  /** The objectives of the epochs right before one, oldest first. */
  List<Double> objectivesBefore(int epoch, int most) {
    return epochs.stream()
        .filter(record -> record.epoch() < epoch && record.epoch() >= epoch - most)
        .map(EpochRecord::objective)
        .toList();
  }

  TrainingHistory history() {
    return new TrainingHistory(epochs, updates);
  }
}
