"""scikit-learn's MLPClassifier: softmax regression and networks. Needs Debian's python3-sklearn."""

import warnings

from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from common import ALPHA, ETA, report, start, workloads

# It warns that the epochs it was asked for were all that it had.
warnings.simplefilter("ignore", ConvergenceWarning)


class Started(MLPClassifier):
    """Has the weights of everyone else to start from, which fit cannot be given."""

    def _initialize(self, y, layer_units, dtype):
        super()._initialize(y, layer_units, dtype)
        self.coefs_, self.intercepts_ = map(list, zip(*start(workload)))


def train(x, y, workload):
    model = Started(
        hidden_layer_sizes=workload.units[:-1],
        activation="relu",
        solver="sgd",
        alpha=ALPHA * workload.batch,  # a batch divides it by its rows
        batch_size=workload.batch,
        learning_rate="constant",
        learning_rate_init=ETA,
        momentum=0,
        nesterovs_momentum=False,
        max_iter=workload.epochs,
        n_iter_no_change=workload.epochs + 1,
        shuffle=False,
        random_state=0,
    )
    model.fit(x, y)
    return [part for layer in zip(model.coefs_, model.intercepts_) for part in layer]


for workload in workloads():
    # The rows of a short last batch would have a larger penalty than the others.
    if workload.units and not workload.shuffled and workload.rows % workload.batch == 0:
        report("scikit-learn", workload, train)
