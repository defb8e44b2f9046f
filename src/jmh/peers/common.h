/* What the contenders in C share: the random numbers of Synthetic.java, the time, the median. */
#define _POSIX_C_SOURCE 199309L
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

/* SplitMix64 of the counter k, from [0, 1). */
static double uniform(uint64_t k) {
  uint64_t bits = (k + 1) * 0x9E3779B97F4A7C15u;
  bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9u;
  bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBu;
  bits ^= bits >> 31;
  return (double)(bits >> 11) * 0x1p-53;
}

static double sigmoid(double z) { return 1 / (1 + exp(-z)); }

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec + now.tv_nsec * 1e-9;
}

static int compare(const void *a, const void *b) {
  double difference = *(const double *)a - *(const double *)b;
  return (difference > 0) - (difference < 0);
}
