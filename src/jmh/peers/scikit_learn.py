"""scikit-learn's SGDClassifier, one row an update. Needs Debian's python3-sklearn."""

from sklearn.linear_model import SGDClassifier

from common import ALPHA, ETA, report, workloads


def train(x, y, workload):
    model = SGDClassifier(
        loss="log_loss",
        penalty="l2",
        alpha=ALPHA,
        learning_rate="constant",
        eta0=ETA,
        max_iter=workload.epochs,
        tol=None,
        shuffle=workload.shuffled,
        random_state=0,
    )
    model.fit(x, y)
    return model.coef_[0], model.intercept_[0]


for workload in workloads():
    if workload.batch == 1 and not workload.units:
        report("scikit-learn", workload, train)
