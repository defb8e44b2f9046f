/*
 * The same training in C: logistic regression, L2, gradient descent with a constant step.
 *
 *   sgd CONTENDER SUMS NAME=ROWSxCOLUMNS/BATCH[*EPOCHS][/shuffled] ...
 *
 * SUMS is 1, the sum that anyone would write, or 4, the interleaved sums of Gradus. Prints a line
 * contender,workload,nanoseconds,fingerprint for each workload: the median of three trainings.
 */
#include "common.h"
#include <stdio.h>
#include <string.h>

static const double ETA = 0.01;
static const double ALPHA = 1e-4;

/* The data: see Synthetic.java. */
static double number(uint64_t k) { return (uniform(k) - 0.5) * 3.4641016151377544; }

static void make_data(long n, long d, double *x, double *y) {
  for (long i = 0; i < n; i++) {
    double score = 0;
    for (long j = 0; j < d; j++) {
      x[i * d + j] = number(i * d + j);
      score += x[i * d + j] * number(((uint64_t)1 << 40) + j);
    }
    y[i] = score / sqrt((double)d) + number(((uint64_t)1 << 41) + i) > 0;
  }
}

static double dot_1(const double *restrict a, const double *restrict b, long d) {
  double sum = 0;
  for (long j = 0; j < d; j++) {
    sum += a[j] * b[j];
  }
  return sum;
}

static double dot_4(const double *restrict a, const double *restrict b, long d) {
  double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
  long j = 0;
  for (; j + 3 < d; j += 4) {
    s0 += a[j] * b[j];
    s1 += a[j + 1] * b[j + 1];
    s2 += a[j + 2] * b[j + 2];
    s3 += a[j + 3] * b[j + 3];
  }
  if (j < d) s0 += a[j] * b[j];
  if (j + 1 < d) s1 += a[j + 1] * b[j + 1];
  if (j + 2 < d) s2 += a[j + 2] * b[j + 2];
  return (s0 + s1) + (s2 + s3);
}

/* One row an update: the gradient is never written down. */
static void update_by_row(long d, const double *restrict x, double y, double *restrict w, int sums) {
  double z = (sums == 4 ? dot_4(x, w, d) : dot_1(x, w, d)) + w[d];
  double delta = sigmoid(z) - y;
  for (long j = 0; j < d; j++) {
    w[j] -= ETA * (delta * x[j] + ALPHA * w[j]);
  }
  w[d] -= ETA * delta;
}

static void update_by_batch(long d, const double *restrict x, const double *restrict y,
                            const long *order, long m, double *restrict w, double *restrict g,
                            int sums) {
  memset(g, 0, (d + 1) * sizeof(double));
  for (long k = 0; k < m; k++) {
    const double *row = x + order[k] * d;
    double z = (sums == 4 ? dot_4(row, w, d) : dot_1(row, w, d)) + w[d];
    double delta = sigmoid(z) - y[order[k]];
    for (long j = 0; j < d; j++) {
      g[j] += delta * row[j];
    }
    g[d] += delta;
  }
  double share = 1.0 / m;
  for (long j = 0; j < d; j++) {
    w[j] -= ETA * (g[j] * share + ALPHA * w[j]);
  }
  w[d] -= ETA * (g[d] * share);
}

static void arrange(long *order, long n, int shuffled) {
  for (long i = 0; i < n; i++) {
    order[i] = i;
  }
  if (!shuffled) return;
  uint64_t state = 88172645463325252u; /* Marsaglia's xorshift64 */
  for (long i = n - 1; i > 0; i--) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    long k = (long)(state % (uint64_t)(i + 1));
    long swapped = order[i];
    order[i] = order[k];
    order[k] = swapped;
  }
}

int main(int argc, char **argv) {
  if (argc < 4) return 2;
  int sums = atoi(argv[2]);
  double *x = NULL, *y = NULL;
  long made_rows = 0, made_columns = 0;
  for (int a = 3; a < argc; a++) {
    char *spec = strchr(argv[a], '=');
    if (spec == NULL) return 2;
    *spec++ = 0;
    char *rest;
    long n = strtol(spec, &rest, 10);
    long d = strtol(rest + 1, &rest, 10);
    int all = strncmp(rest, "/all", 4) == 0;
    long batch = all ? n : strtol(rest + 1, NULL, 10);
    char *star = strchr(spec, '*');
    long epochs = star == NULL ? 1 : strtol(star + 1, NULL, 10);
    int shuffled = strstr(spec, "/shuffled") != NULL;
    if (n != made_rows || d != made_columns) {
      free(x);
      free(y);
      x = malloc(n * d * sizeof(double));
      y = malloc(n * sizeof(double));
      make_data(n, d, x, y);
      made_rows = n;
      made_columns = d;
    }
    double *w = malloc((d + 1) * sizeof(double));
    double *g = malloc((d + 1) * sizeof(double));
    long *order = malloc(n * sizeof(long));
    double times[3];
    for (int round = 0; round < 3; round++) {
      double start = seconds();
      memset(w, 0, (d + 1) * sizeof(double));
      for (long epoch = 0; epoch < epochs; epoch++) {
        arrange(order, n, shuffled);
        for (long from = 0; from < n; from += batch) {
          long m = from + batch < n ? batch : n - from;
          if (batch == 1) {
            update_by_row(d, x + order[from] * d, y[order[from]], w, sums);
          } else {
            update_by_batch(d, x, y, order + from, m, w, g, sums);
          }
        }
      }
      times[round] = seconds() - start;
    }
    qsort(times, 3, sizeof(double), compare);
    double fingerprint = 0;
    for (long j = 0; j <= d; j++) {
      fingerprint += (j + 1) * w[j];
    }
    printf("%s,%s,%.4f,", argv[1], argv[a], times[1] * 1e9 / ((double)n * d * epochs));
    if (!shuffled) printf("%.17e", fingerprint); /* the others shuffle in another order */
    printf("\n");
    fflush(stdout);
    free(w);
    free(g);
    free(order);
  }
  return 0;
}
