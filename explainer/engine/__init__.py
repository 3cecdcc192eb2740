"""Derivations: `derive` starts one, a `Trace` holds its steps, `methods` says in which order rules are tried.

Start reading at `derive.py`, then `methods/operator.py` (the simplest method) and `trace.py`.
To add a method: a module in `methods` and a row in `METHODS`.
"""

from explainer.engine.derive import LAYOUTS, derive
from explainer.engine.detail import DETAILS, told
from explainer.engine.methods import METHODS, Method
from explainer.engine.starting import FORMS, ORDERS
from explainer.engine.step import Step
from explainer.engine.trace import Problem, Trace

__all__ = ["DETAILS", "FORMS", "LAYOUTS", "METHODS", "ORDERS", "Method", "Problem", "Step", "Trace", "derive", "told"]
