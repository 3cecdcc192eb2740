"""Gradient descent with derived gradients: numbers for the parameters, the gradient and the loss after every step.

Start reading at `descent` (how a step is made and what is kept of it). Nothing here differentiates: the gradients are
the results of derivations, and they are evaluated, never measured.
"""

from __future__ import annotations

from explainer.descent.descent import Descent, Moment, descend

__all__ = ["Descent", "Moment", "descend"]
