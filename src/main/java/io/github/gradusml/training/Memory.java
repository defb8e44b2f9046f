package io.github.gradusml.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Remembers: the records of epochs and updates, which listeners hear of too. */
final class Memory {
  private final TrainerSettings settings;
  private final Training<?> training;
  private final List<EpochRecord> epochs = new ArrayList<>();
  private final List<UpdateRecord> updates = new ArrayList<>();

  private boolean isTelling;

  /**
   * @param training shown to listeners
   * @param before what was recorded so far; listeners have heard of it
   */
  Memory(TrainerSettings settings, Training<?> training, TrainingHistory before) {
    this.settings = settings;
    this.training = training;
    this.epochs.addAll(before.epochs());
    this.updates.addAll(before.updates());
  }

  /** Whether a listener is being told, who must not go on with the training. */
  boolean isTelling() {
    return isTelling;
  }

  void add(EpochRecord record) {
    epochs.add(record);
    tell(listener -> listener.epochEnded(record, training));
  }

  void add(UpdateRecord record) {
    updates.add(record);
    tell(listener -> listener.updated(record, training));
  }

  private void tell(Consumer<TrainingListener> record) {
    isTelling = true;
    try {
      settings.listeners.forEach(record);
    } finally {
      isTelling = false;
    }
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
