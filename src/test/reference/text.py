"""Words counted, weighted and hashed by scikit-learn; TF-IDF and hashing also by their formulas."""
import math
import re
from collections import Counter

import numpy as np
import sklearn
from sklearn.feature_extraction.text import CountVectorizer, HashingVectorizer, TfidfVectorizer
from sklearn.utils import murmurhash3_32

from common import OUT, versions, write

ANY = r"(?u)\b\w+\b"
DOCUMENTS = (OUT / "text/documents.txt").read_text(encoding="utf-8").split("\n")[:-1]
VERSIONS = "versions: " + versions(sklearn)


def counted(name, call, vectorizer):
    x = vectorizer.fit_transform(DOCUMENTS).toarray()
    words = list(vectorizer.get_feature_names_out())
    values = {f"word.{word}": j for j, word in enumerate(words)}
    values |= {f"d{i}.{j}": x[i, j] for i, j in zip(*np.nonzero(x))}
    write(f"text/{name}.csv", [call, VERSIONS, "word.W: the column of a word; dI.J: what is not 0"], values)
    return words, x


def weighted(words, x, unit):
    """By the formula, from the documents."""
    texts = [Counter(re.findall(r"\w+", d.lower())) for d in DOCUMENTS]
    n = len(texts)
    for i, text in enumerate(texts):
        row = [text[w] * (math.log((1 + n) / (1 + sum(w in t for t in texts))) + 1) for w in words]
        length = math.sqrt(math.fsum(v * v for v in row)) if unit else 1
        assert np.allclose(x[i], np.array(row) / (length or 1), rtol=1e-14, atol=0)


def hashed(name, call, vectorizer):
    x = vectorizer.transform(DOCUMENTS).tocoo()
    values = {f"d{i}.{j}": v for i, j, v in sorted(zip(x.row, x.col, x.data)) if v != 0}
    write(f"text/{name}.csv", [call, VERSIONS, "dI.J: what is not 0"], values)


counted("counts", f"CountVectorizer(token_pattern={ANY})", CountVectorizer(token_pattern=ANY))
counted("shortest", "CountVectorizer()", CountVectorizer())
counted("case", f"CountVectorizer(token_pattern={ANY}, lowercase=False)", CountVectorizer(token_pattern=ANY, lowercase=False))
counted("pairs", f"CountVectorizer(token_pattern={ANY}, ngram_range=(1, 2))", CountVectorizer(token_pattern=ANY, ngram_range=(1, 2)))
counted("frequent", f"CountVectorizer(token_pattern={ANY}, min_df=2, max_df=0.3)", CountVectorizer(token_pattern=ANY, min_df=2, max_df=0.3))
counted("most", f"CountVectorizer(token_pattern={ANY}, max_features=3)", CountVectorizer(token_pattern=ANY, max_features=3))
words, x = counted("tfidf", f"TfidfVectorizer(token_pattern={ANY})", TfidfVectorizer(token_pattern=ANY))
weighted(words, x, True)
words, x = counted("tfidf_long", f"TfidfVectorizer(token_pattern={ANY}, norm=None)", TfidfVectorizer(token_pattern=ANY, norm=None))
weighted(words, x, False)
counted("tfidf_binary", f"TfidfVectorizer(token_pattern={ANY}, binary=True)", TfidfVectorizer(token_pattern=ANY, binary=True))

for name, n, options in (("hash32", 32, dict(norm=None)), ("hash1000", 1000, dict(norm=None)),
                         ("hash32_unsigned", 32, dict(norm=None, alternate_sign=False)),
                         ("hash20_pairs_unit", 2 ** 20, dict(ngram_range=(1, 2)))):
    hashed(name, f"HashingVectorizer(n_features={n}, token_pattern={ANY}, {options})",
           HashingVectorizer(n_features=n, token_pattern=ANY, **options))

tests = ["", "a", "ab", "abc", "abcd", "abcde", "Größe", "我们", "𐐨", "free money"]
write("text/murmur.csv", ["murmurhash3_32(word, seed=S)", VERSIONS, "S.W: the hash of word W"],
      {f"{seed}.{word}": murmurhash3_32(word, seed=seed) for seed in (0, 1, 42, 2 ** 32 - 1) for word in tests})
