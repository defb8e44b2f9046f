/*
 * The same training on sparse rows in C: logistic regression, one row an update, a constant step, L2
 * or elastic net; weights rest while no row has their column.
 *
 *   sparse CONTENDER NAME=ROWSxCOLUMNS/NUMBERS/PENALTY ...        PENALTY is l2 or elastic
 *
 * Prints a line contender,workload,nanoseconds,fingerprint for each workload: the median of three
 * trainings of one epoch, per number that is not 0.
 */
#include "common.h"
#include <stdio.h>
#include <string.h>

static const double ETA = 0.01;
static const double ALPHA = 1e-4;
static const double L1_RATIO = 0.15;

/* The data: see SparseSynthetic.java. */
static void make_data(long n, long d, long m, int *columns, double *x, double *y) {
  for (long i = 0; i < n; i++) {
    double score = 0;
    for (long k = 0; k < m; k++) {
      long at = i * m + k;
      columns[at] = (int)(k * (d / m) + (long)(uniform(2 * at) * (d / m)));
      x[at] = uniform(2 * at + 1);
      score += x[at] * (uniform(((uint64_t)1 << 40) + columns[at]) - 0.5);
    }
    y[i] = score + (uniform(((uint64_t)1 << 41) + i) - 0.5) > 0;
  }
}

static double soft(double v, double t) {
  double size = fabs(v) - t;
  return size <= 0 ? 0 : copysign(size, v);
}

static void train(long n, long d, long m, const int *columns, const double *x, const double *y,
                  double *w, double a, double b, double *paid) {
  double scale = 1, due = 0, bias = 0;
  for (long i = 0; i < n; i++) {
    const int *c = columns + i * m;
    const double *row = x + i * m;
    double s[4] = {0, 0, 0, 0};
    if (b > 0) {
      for (long k = 0; k < m; k++) {
        double v = soft(w[c[k]], due - paid[c[k]]);
        paid[c[k]] = due;
        w[c[k]] = v;
        s[c[k] & 3] += row[k] * v;
      }
    } else {
      for (long k = 0; k < m; k++) {
        s[c[k] & 3] += row[k] * w[c[k]];
      }
    }
    double z = scale * ((s[0] + s[1]) + (s[2] + s[3])) + bias;
    double moved = ETA * (sigmoid(z) - y[i]);
    scale *= 1 - ETA * a;
    due += ETA * b / scale;
    double step = moved / scale;
    for (long k = 0; k < m; k++) {
      w[c[k]] -= step * row[k];
    }
    bias -= moved;
  }
  for (long j = 0; j < d; j++) {
    w[j] = scale * (b > 0 ? soft(w[j], due - paid[j]) : w[j]);
  }
  w[d] = bias;
}

int main(int argc, char **argv) {
  if (argc < 3) return 2;
  for (int a = 2; a < argc; a++) {
    char *spec = strchr(argv[a], '=');
    if (spec == NULL) return 2;
    *spec++ = 0;
    char *rest;
    long n = strtol(spec, &rest, 10);
    long d = strtol(rest + 1, &rest, 10);
    long m = strtol(rest + 1, &rest, 10);
    int elastic = strcmp(rest, "/elastic") == 0;
    double *x = malloc(n * m * sizeof(double));
    int *columns = malloc(n * m * sizeof(int));
    double *y = malloc(n * sizeof(double));
    make_data(n, d, m, columns, x, y);
    double *w = malloc((d + 1) * sizeof(double));
    double *paid = malloc(d * sizeof(double));
    double times[3];
    for (int round = 0; round < 3; round++) {
      double start = seconds();
      memset(w, 0, (d + 1) * sizeof(double));
      memset(paid, 0, d * sizeof(double));
      train(n, d, m, columns, x, y, w, ALPHA * (elastic ? 1 - L1_RATIO : 1),
            ALPHA * (elastic ? L1_RATIO : 0), paid);
      times[round] = seconds() - start;
    }
    qsort(times, 3, sizeof(double), compare);
    double fingerprint = 0;
    for (long j = 0; j <= d; j++) fingerprint += w[j] * (j + 1);
    printf("%s,%s,%.4f,%.17e\n", argv[1], argv[a], times[1] * 1e9 / ((double)n * m), fingerprint);
    free(x);
    free(columns);
    free(y);
    free(w);
    free(paid);
  }
  return 0;
}
