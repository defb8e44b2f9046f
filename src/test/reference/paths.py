"""Where a regularization path begins: the smallest alpha at which L1 leaves no weight."""
import numpy as np
import sklearn
from sklearn.linear_model import lars_path, lasso_path
from sklearn.svm import l1_min_c

from common import STANDARDISED, breast_cancer, diabetes, versions, write

VERSIONS = versions(sklearn)


def agree(alpha, formula):
    assert abs(alpha - formula) < 1e-13 * formula, (alpha, formula)


x, y = diabetes()
n = len(y)
alpha = lasso_path(x, y - y.mean(), n_alphas=2)[0][0]
agree(alpha, np.max(abs(x.T @ (y - y.mean()))) / n)
agree(lars_path(x, y - y.mean(), method="lasso")[0][0], alpha)
write("paths/lasso.csv",
      ["call: lasso_path(X, y - mean(y), n_alphas=2)[0][0]; lars_path(X, y - mean(y), method='lasso')[0][0] gives the"
       " same to 1e-13",
       f"versions: {VERSIONS}", f"data: diabetes.csv; {STANDARDISED}; target raw"],
      {"alpha_max": alpha})

x, y = breast_cancer()
n = len(y)
alpha = 1 / (n * l1_min_c(x, y, loss="log", fit_intercept=True))
agree(alpha, np.max(abs(x.T @ (y - y.mean()))) / n)
write("paths/logistic.csv",
      ["call: 1/(n*l1_min_c(X, y, loss='log', fit_intercept=True)), as its C is 1/(n*alpha); the columns have mean 0, "
       "so that the bias makes no difference",
       f"versions: {VERSIONS}", f"data: breast_cancer.csv; {STANDARDISED}; target 1 = malignant"],
      {"alpha_max": alpha})
