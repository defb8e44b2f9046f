#!/usr/bin/env bash
# Times Gradus beside others and prints the table of ratios. Needs a JDK and Maven; with gcc, and with
# python3-numpy, python3-sklearn and python3-torch, there are contenders outside the JVM too.
#
#   src/jmh/run.sh              the workloads, three rounds, everyone after everyone else in each
#   src/jmh/run.sh goals        nine rounds of those alone whom the goals of speed name
#   src/jmh/run.sh lessons      what each trick of docs/performance.md gains
#   src/jmh/run.sh agree        only checks that all end with the same weights
#   src/jmh/run.sh allocation   what a training allocates
#   src/jmh/run.sh csv          what reading a CSV file costs, beside FastCSV and Double.parseDouble
#   src/jmh/run.sh svmlight     how many megabytes of svmlight text are read in a second
#   src/jmh/run.sh standardize  what a standardizer costs, beside reading the numbers once
#   src/jmh/run.sh predict      what one row costs a service, beside the loop by hand
#   src/jmh/run.sh sparse       sparse rows: 200,000 × 47,236, 90 numbers a row; nine rounds
#   src/jmh/run.sh sparse-growth  how the cost of a number grows with the columns, beside a gather
#   src/jmh/run.sh growth       how the cost grows with rows, columns, batch size and threads
#
# SCALE=10 takes a tenth of the rows, ROUNDS=1 one round, NEWER=25 another second JDK than 25.
# "after others" is a JVM that has trained other models before.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

scale=${SCALE:-1}
rounds=${ROUNDS:-3}
newer=${NEWER:-25}
python=${PYTHON:-/usr/bin/python3}
results=target/benchmarks.csv
package=io.github.gradusml.benchmarks

narrow=$((500000 / scale))x30
wide=$((1875 / scale * 32))x784 # whole batches: Tribuo steps otherwise after a short one
of_one_output=(
  "W1=$narrow/1"
  "W1-5epochs=$narrow/1*5"
  "W1-10columns=$((1500000 / scale))x10/1"
  "W1-shuffled=$narrow/1/shuffled"
  "W2-batch1=$wide/1"
  "W2-batch32=$wide/32"
  "W3-narrow=$narrow/all*20"
  "W3-wide=$wide/all*20"
)
whole32=$((625 / scale * 32))x784 # whole batches: scikit-learn penalizes a short one otherwise
whole256=$((78 / scale * 256))x784
of_many_outputs=(
  "S1=$whole32-10/32"
  "S1-batch256=$whole256-10/256"
  "N1=$whole32-64-10/32"
  "N1-batch256=$whole256-64-10/256"
)
workloads=("${of_one_output[@]}" "${of_many_outputs[@]}")

compile() {
  mvn -B -ntp -q -Pbenchmarks test-compile exec:exec -Dexec.executable=echo \
    -Dexec.args=%classpath -Dexec.outputFile=target/benchmarks.classpath
  classpath=$(<target/benchmarks.classpath)
}

# run CLASS ARGUMENTS: in the default JVM; what is measured runs in a JVM of its own.
run() {
  java -Xmx4g "${properties[@]}" -cp "$classpath" "$package.$1" "${@:2}"
}
properties=(-Djmh.ignoreLock=true)
quietly=--sun-misc-unsafe-memory-access=allow # or newer JVMs print a warning about JMH itself

# contest CONTENDERS SUFFIX [PROPERTIES]: a round in one JVM, added to the results.
contest() {
  local properties=(-Djmh.ignoreLock=true "${@:3}")
  run Contest "$1" "$2" "${workloads[@]}" >>"$results"
}

# The home of an installed JDK of a feature version, or nothing.
jdk() {
  local release
  for release in /usr/lib/jvm/*/release; do
    if grep -qs "^JAVA_VERSION=\"$1[.\"+-]" "$release"; then
      printf '%s\n' "${release%/release}"
      return
    fi
  done
}

build_c() {
  if ! command -v gcc >/dev/null; then
    echo "No gcc: the contenders in C are left out"
    return
  fi
  gcc -O3 -ffp-contract=off src/jmh/peers/sgd.c -o target/sgd-O3 -lm
  gcc -O3 -march=native -ffp-contract=off src/jmh/peers/sgd.c -o target/sgd-native -lm
  gcc -O3 -ffp-contract=off src/jmh/peers/sparse.c -o target/sparse-O3 -lm
}

# The same sums.
in_c_as_gradus() {
  if [[ -x target/sgd-O3 ]]; then
    target/sgd-O3 "C -O3" 4 "${of_one_output[@]}"
  fi
}

in_c() {
  in_c_as_gradus
  if [[ -x target/sgd-O3 ]]; then
    target/sgd-O3 "C -O3 one sum" 1 "${of_one_output[@]}"
    target/sgd-native "C -O3 -march=native" 4 "${of_one_output[@]}"
  fi
}

# The scripts whose modules are there; says once which are not.
scripts=""
find_python() {
  find_scripts numpy "numpy_batches numpy_layers"
  find_scripts sklearn "scikit_learn scikit_learn_layers"
  find_scripts torch "pytorch_layers"
}

# find_scripts MODULE SCRIPTS: all of them need NumPy too.
find_scripts() {
  if "$python" -c "import numpy, $1" 2>/dev/null; then
    scripts+=" $2"
  else
    echo "No $1 in $python: its contenders are left out"
  fi
}

in_python() {
  local script
  for script in $scripts; do
    OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 MKL_NUM_THREADS=1 PYTHONDONTWRITEBYTECODE=1 \
      "$python" "src/jmh/peers/$script.py" "${workloads[@]}"
  done
}

round() {
  contest "gradus,gradus 2 threads,textbook,memory,tribuo,encog" ""
  on_newer "gradus,gradus 2 threads"
  in_c >>"$results"
  in_python >>"$results"
}

round_of_goals() {
  contest "gradus after others" ""
  on_newer "gradus after others"
  in_c_as_gradus >>"$results"
  in_python >>"$results"
}

# on_newer CONTENDERS: a round on the second JDK, where there is one.
on_newer() {
  if [[ -n $home ]]; then
    contest "$1" " on $newer" "-Dbenchmarks.java=$home/bin/java" "-Dbenchmarks.jvmArgs=$quietly"
  fi
}

# all_rounds ROUND: checks that all agree, and prints the table of what the rounds came to.
all_rounds() {
  run Agreement "${workloads[@]}" >"$results"
  for ((i = 1; i <= rounds; i++)); do
    echo "round $i of $rounds [$SECONDS s]"
    "$1"
  done
  run RatioTable "$results"
}

sparse=(
  "W4-l2=$((200000 / scale))x47236/90/l2"
  "W4-elastic=$((200000 / scale))x47236/90/elastic"
  "W4-30classes=$((21000 / scale))x15000/100/l2-30*20"
)

# On sparse rows: the library on both JDKs, C, and scikit-learn.
round_of_sparse() {
  run SparseContest gradus "" "${sparse[@]}" >>"$results"
  if [[ -n $home ]]; then
    properties=(-Djmh.ignoreLock=true "-Dbenchmarks.java=$home/bin/java" "-Dbenchmarks.jvmArgs=$quietly")
    run SparseContest gradus " on $newer" "${sparse[@]}" >>"$results"
    properties=(-Djmh.ignoreLock=true)
  fi
  if [[ -x target/sparse-O3 ]]; then
    target/sparse-O3 "C -O3" "${sparse[@]:0:2}" >>"$results"
  fi
  if [[ $scripts == *sparse* ]]; then
    OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 PYTHONDONTWRITEBYTECODE=1 \
      "$python" src/jmh/peers/scikit_learn_sparse.py "${sparse[@]}" >>"$results"
  fi
}

compile
case ${1:-all} in
  sparse)
    build_c
    find_scripts sklearn scikit_learn_sparse
    home=$(jdk "$newer")
    run SparseContest agree "" "${sparse[@]:0:2}" >"$results"
    for ((i = 1; i <= ${ROUNDS:-9}; i++)); do
      echo "round $i [$SECONDS s]"
      round_of_sparse
    done
    run RatioTable "$results"
    ;;
  sparse-growth)
    grown=()
    for d in 1000 3000 10000 30000 100000 300000 1000000 3000000; do
      grown+=("columns $d=20000x$d/100/l2*40")
    done
    : >"$results"
    for ((i = 1; i <= rounds; i++)); do
      run SparseContest "gradus,gather" "" "${grown[@]}" | tee -a "$results"
    done
    java -cp "$classpath" io.github.gradusml.plot.SparseGrowthPicture "$results" \
      target/sparse-growth.png
    ;;
  agree)
    build_c
    find_python
    run Agreement "${workloads[@]}" | tee "$results"
    in_c | tee -a "$results"
    in_python | tee -a "$results"
    sed -i -E 's/^([^,]*,[^,]*),[^,]*,/\1,,/' "$results" # too short to tell times
    run RatioTable "$results"
    ;;
  allocation)
    # Of a network a part of the rows: it is trained eleven times over, often.
    part=$((128 / scale * 32))x784
    run Allocation "$narrow/1" "$narrow/1/shuffled" "$wide/32" "$wide/all" \
      "$part-10/32" "$part-64-10/32" "$part-64-10/256"
    ;;
  lessons)
    run Lessons "$rounds"
    home=$(jdk "$newer")
    if [[ -n $home ]]; then
      properties+=("-Dbenchmarks.java=$home/bin/java" "-Dbenchmarks.jvmArgs=$quietly")
      echo "On $newer:"
      run Lessons "$rounds"
    fi
    ;;
  csv)
    run CsvReading "$rounds"
    ;;
  svmlight)
    run SvmlightReading "$rounds" 200
    ;;
  standardize)
    run Standardizing "$rounds"
    ;;
  predict)
    run Predicting "$rounds"
    ;;
  growth)
    grown=()
    for n in 1000 3000 10000 30000 100000 300000 1000000; do grown+=("rows $n=${n}x30/32"); done
    for d in 1 2 4 8 16 32 64 128 256 512 1024; do grown+=("columns $d=20000x$d/32"); done
    for m in 1 2 4 8 16 32 64 128 256 512 1024 4096 20000; do grown+=("batch $m=20000x100/$m"); done
    shared=()
    for m in 1000 1400 2000 4000 10000 40000 200000; do shared+=("threads $m=200000x100/$m"); done
    : >"$results"
    for ((i = 1; i <= rounds; i++)); do
      run Contest gradus "" "${grown[@]}" "${shared[@]}" | tee -a "$results"
      run Contest "gradus 2 threads" "" "${shared[@]}" | tee -a "$results"
    done
    java -cp "$classpath" io.github.gradusml.plot.GrowthPicture "$results" target/growth.png
    ;;
  goals)
    build_c
    find_python
    home=$(jdk "$newer")
    rounds=${ROUNDS:-9}
    workloads=("${of_one_output[@]}" "${of_many_outputs[0]}" "${of_many_outputs[2]}") # no 256
    all_rounds round_of_goals
    ;;
  all)
    build_c
    find_python
    home=$(jdk "$newer")
    all_rounds round
    ;;
esac
