"""Examples of every command, for the end of its help; the tests run each of them."""

from __future__ import annotations

EXAMPLES: dict[str, tuple[str, ...]] = {
    "": (
        "explainer",
        'explainer derive "ln(sin(x^3)^2)" --wrt x',
        "explainer mine.derivation",
    ),
    "open": (
        'explainer open "max(0, w · x + b)" --wrt w',
        'explainer open "y = sin(x)^2" --wrt x --method chain',
        "explainer open mine.derivation",
    ),
    "derive": (
        'explainer derive "sin(x^2)" --wrt x --method chain',
        'explainer derive "sum(w ⊗ x)" --wrt w --shape w=n --shape x=n',
        'explainer derive "3x^2 y" --wrt "(x, y)" --format latex',
        'explainer derive "x^2 sin(x)" --wrt x --result',
        "explainer derive \"a' X b\" --wrt X --shape \"X=m x n\" --layout denominator",
    ),
    "compare": (
        'explainer compare "max(0, w · x + b)" --wrt w',
        'explainer compare "sum(x^2)" --wrt x --shape x=n --format json',
    ),
    "render": (
        'explainer render "x^2 sin(x)" --wrt x -o steps.pdf',
        'explainer render "x^2 sin(x)" --wrt x --step 2 -o step.png --theme blackboard --size 36',
        'explainer render "sin(x + x^2)" --wrt x --figure dataflow -o paths.svg',
        "explainer render --figure jacobian-shapes -o shapes.svg",
        'explainer render "sin(x)^2" --wrt x --format svg -o -',
    ),
    "export": (
        'explainer export "x^2 sin(x)" --wrt x -o product.html',
        "explainer export --lesson scalar-rules -o rules.md",
        "explainer export --lesson reductions -o handout.pdf --option length=short",
        "explainer export --practice product,chain-total --count 12 --seed 7 -o sheet.pdf",
        'explainer export "x^2 sin(x)" --wrt x --format latex --option paper=letter -o product.tex',
    ),
    "practice": (
        "explainer practice",
        "explainer practice products --grade 2 --seed 7",
        "explainer practice A6 --fade 2",
        "explainer practice --report",
    ),
    "lessons": (
        "explainer lessons",
        "explainer lessons A6",
    ),
    "rules": (
        "explainer rules",
        "explainer rules product",
        "explainer rules product --format json",
    ),
    "functions": (
        "explainer functions",
        "explainer functions tanh",
    ),
    "figures": ("explainer figures",),
    "docs": ("explainer docs -o site",),
    "check": (
        "explainer check",
        "explainer check mine.toml",
    ),
    "integrate": (
        "explainer integrate",
        "explainer integrate --remove",
    ),
}  # fmt: skip
"""The examples by the name of the command; those of the program itself under no name."""


def epilog(command: str) -> str:
    """The examples as the end of a help text; the mark keeps their lines as they are."""
    return "\n".join(["\b", "Examples:", *(f"  {example}" for example in EXAMPLES[command])])
