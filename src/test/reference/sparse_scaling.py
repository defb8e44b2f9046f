"""Scaling of sparse rows: the numbers of data/SparseStandardizerTest.

scikit-learn 1.2.1: MaxAbsScaler().fit(csr_matrix(X)), its scale_ and transform(...).
"""
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.preprocessing import MaxAbsScaler

X = np.array(
    [
        [0.0, 3.0, 0.0, 0.0, 0.1],
        [-7.0, 0.0, 0.0, 0.0, 0.3],
        [2.5, 0.0, 0.0, 1e-3, 0.0],
        [0.0, -1.0, 0.0, 0.0, -0.7],
    ]
)
scaler = MaxAbsScaler().fit(csr_matrix(X))
print("scales", [repr(float(s)) for s in scaler.scale_])
scaled = scaler.transform(csr_matrix(X)).tocsr()
for i in range(X.shape[0]):
    row = scaled[i]
    print("row", i, row.indices.tolist(), [repr(float(v)) for v in row.data])
