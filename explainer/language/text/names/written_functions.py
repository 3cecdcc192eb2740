"""Functions that are read as what they are written with: clip(u, a, b) is min(max(u, a), b).

To add one: a row in WRITTEN. It is then read where it is typed, in LaTeX and in code, offered while somebody types, and
suggested for a slip; a test reads every row. What has a derivative of its own is a row of the operations table instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Written(NamedTuple):
    """A function by its names, its parameters, what it is read as, and what that is in words."""

    names: tuple[str, ...]
    parameters: tuple[str, ...]
    text: str
    meaning: str

    @property
    def call(self) -> str:
        """How it is typed."""
        return f"{self.names[0]}({', '.join(self.parameters)})"


WRITTEN: tuple[Written, ...] = (
    Written(("clip", "clamp"), ("u", "a", "b"), "min(max(u, a), b)", "value, but at least a and at most b"),
    Written(("leaky_relu", "lrelu", "LeakyReLU"), ("u", "a"), "prelu(u, a)",
            "rectified linear unit, of slope a below 0"),
    Written(("elu", "ELU"), ("u", "a"), "cases(a (exp(u) - 1) if u <= 0, u if u > 0)",
            "exponential linear unit that goes down to −a"),
    Written(("softplus",), ("u", "b"), "ln(1 + exp(b u))/b", "softplus that is sharper by b"),
    Written(("swish", "silu"), ("u", "b"), "u * sigmoid(b u)", "sigmoid-weighted linear unit that is steeper by b"),
    Written(("huber",), ("u", "d"), "d^2 huber(u/d)", "Huber loss whose pieces meet at d"),
    Written(("hinge", "hinge_loss"), ("u",), "max(0, 1 - u)", "hinge loss of a margin"),
    Written(("squared_hinge",), ("u",), "max(0, 1 - u)^2", "squared hinge loss of a margin"),
    Written(("cos_sim", "cosine_similarity", "cossim", "cosine_sim"), ("u", "v"), "dot(u, v)/(norm(u) norm(v))",
            "cosine of the angle between two vectors"),
    Written(("cosine_distance",), ("u", "v"), "1 - dot(u, v)/(norm(u) norm(v))", "one minus the cosine of the angle"),
    Written(("dist", "distance"), ("u", "v"), "norm(u - v)", "distance of two points"),
    Written(("corr", "corrcoef"), ("u", "v"),
            "dot(u - mean(u), v - mean(v))/(norm(u - mean(u)) norm(v - mean(v)))", "correlation of two samples"),
    Written(("sse",), ("u", "v"), "sum((u - v)^2)", "sum of the squared differences"),
    Written(("rmse", "RMSE"), ("u", "v"), "sqrt(mse(u, v))", "root of the mean squared difference"),
    Written(("rms",), ("u",), "sqrt(mean(u^2))", "root of the mean of the squares"),
    Written(("sumsq",), ("u",), "sum(u^2)", "sum of the squares"),
    Written(("entropy",), ("p",), "-sum(p * ln(p))", "entropy of probabilities"),
    Written(("kl", "kl_divergence", "KL"), ("p", "q"), "sum(p * ln(p/q))", "Kullback-Leibler divergence"),
    Written(("xlogy",), ("u", "v"), "u * ln(v)", "value times a logarithm"),
    Written(("logaddexp",), ("u", "v"), "ln(exp(u) + exp(v))", "logarithm of the sum of two exponentials"),
    Written(("piecewise", "iif"), ("c", "a", "b"), "cases(a if c, b if otherwise)",
            "a where c holds, else b"),
    Written(("fabs", "fabsf"), ("u",), "abs(u)", "absolute value"),
    Written(("fmax", "fmaxf"), ("u", "v"), "max(u, v)", "larger of two values"),
    Written(("fmin", "fminf"), ("u", "v"), "min(u, v)", "smaller of two values"),
    Written(("powf",), ("u", "v"), "u^v", "power"),
    *(Written((f"{name}f",), ("u",), f"{name}(u)", "function of single precision")
      for name in ("exp", "log", "sin", "cos", "tan", "tanh", "sqrt")),
    Written(("fma",), ("a", "u", "b"), "a * u + b", "product with something added"),
    Written(("inv_logit", "invlogit"), ("u",), "sigmoid(u)", "logistic sigmoid"),
    Written(("log1p_exp", "log1pexp"), ("u",), "softplus(u)", "softplus"),
    Written(("dot_product",), ("u", "v"), "dot(u, v)", "product of two vectors, a number"),
    Written(("quad_form",), ("A", "u"), "u' @ A @ u", "quadratic form"),
    Written(("lerp",), ("a", "b", "t"), "a + t (b - a)", "point between a and b"),
    Written(("sqr", "sq"), ("u",), "u^2", "square"),
    Written(("exp10",), ("u",), "10^u", "power of ten"),
    Written(("plogis",), ("u",), "sigmoid(u)", "logistic sigmoid"),
    Written(("qlogis",), ("u",), "logit(u)", "logit"),
    Written(("dnorm",), ("u",), "normal_pdf(u)", "standard normal density"),
    Written(("dnorm", "normpdf", "normal_pdf"), ("u", "m", "s"), "normal_pdf((u - m)/s)/s",
            "normal density with mean m and standard deviation s"),
    Written(("pnorm",), ("u",), "normal_cdf(u)", "standard normal distribution function"),
    Written(("pnorm", "normcdf", "normal_cdf"), ("u", "m", "s"), "normal_cdf((u - m)/s)",
            "normal distribution function with mean m and standard deviation s"),
    Written(("binom", "comb", "nchoosek", "choose", "binomial"), ("n", "k"),
            "factorial(n)/(factorial(k) factorial(n - k))", "binomial coefficient"),
    Written(("beta_function",), ("a", "b"), "gamma_function(a) gamma_function(b)/gamma_function(a + b)",
            "beta function"),
    Written(("lbeta", "betaln"), ("a", "b"), "lgamma(a) + lgamma(b) - lgamma(a + b)", "logarithm of the beta function"),
    Written(("lchoose",), ("n", "k"), "lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)",
            "logarithm of a binomial coefficient"),
    Written(("dpois",), ("k", "r"), "r^k exp(-r)/factorial(k)", "Poisson probability of k with mean r"),
    Written(("dbinom",), ("k", "n", "p"), "factorial(n)/(factorial(k) factorial(n - k)) p^k (1 - p)^(n - k)",
            "binomial probability of k out of n"),
    Written(("dexp",), ("u", "r"), "r exp(-r u)", "exponential density with rate r"),
)  # fmt: skip
"""Every such function, with a row for each number of arguments."""

BY_CALL: Mapping[tuple[str, int], Written] = MappingProxyType(
    {(name, len(row.parameters)): row for row in WRITTEN for name in row.names}
)
"""The rows by name and number of arguments."""
