"""Skills with scalars: the laws, powers, functions, chains by names, cases."""

from __future__ import annotations

from explainer.practice.skills.skill import Draw, Drawn, skill

GROUP = "Scalars"


def graded(draw: Draw, grade: int, *by_grade: tuple[str, ...], **options: str) -> str:
    """One of the templates of a grade, filled."""
    return draw.fill(*by_grade[grade - 1], **options)


@skill(title="Sums and constant factors", rules="sum difference constant-multiple constant-terms", group=GROUP)
def sums(draw: Draw, grade: int) -> Drawn:
    """Term by term, with constant factors in front."""
    text = graded(
        draw,
        grade,
        ("{a} x^{n} + {b} x", "{a} x^{n} - {b} x", "x^{n} + {a} x"),
        ("{a} x^{k} + {b} x^2 - {c} x", "{a} x^{n} - {b} x + {c}", "{b} x^2 - {a} x^{k} + {d}"),
        ("{a} {f}(x) - {b} x^{n}", "{a} x^{n} + {b} {f}(x)", "{a} {f}(x) + {b} {g}(x)"),
        ("p x^{n} - {a} {f}(x) + q", "{a} {f}(x) - p x^{n}", "p {f}(x) + q {g}(x)"),
        ("{a} {f}(x) - {b} {g}({c} x) + x^{n}", "p {f}({a} x) + {b} x^{n} - q x", "{a} {f}(x^2) - {b} {g}(x)"),
    )
    return Drawn(text)


@skill(title="Powers", rules="power", group=GROUP)
def powers(draw: Draw, grade: int) -> Drawn:
    """The exponent comes down and is lowered by one; what is inside follows as a factor."""
    text = graded(
        draw,
        grade,
        ("x^{n}", "x^{a}"),
        ("{a} x^{n}", "-{a} x^{n}", "p x^{n}"),
        ("({a} x + {b})^{n}", "({a} - {b} x)^{n}", "(x^2 + {a})^{n}"),
        ("({a} x^2 + {b} x)^{n}", "{f}(x)^{n}", "{a} / ({b} x + {c})^{n}"),
        ("({f}(x) + {a} x)^{n}", "(x^2 + {a} x + {b})^{n}", "({a} x + {f}({b} x))^{m}"),
    )
    return Drawn(text)


@skill(title="Product rule", rules="product", group=GROUP)
def products(draw: Draw, grade: int) -> Drawn:
    """Each factor is differentiated in turn while the other one stands still."""
    text = graded(
        draw,
        grade,
        ("x^{n} {f}(x)", "x {f}(x)"),
        ("({a} x + {b}) {f}(x)", "{a} x^{n} {f}(x)", "{f}(x) {g}(x)"),
        ("x^{n} {f}({a} x)", "({a} x - {b}) {f}(x)", "{f}(x) {g}({a} x)"),
        ("({a} x^2 + {b}) exp(-{c} x)", "({a} x + {b})^{m} {f}(x)", "x^{n} {f}(x^2)"),
        ("x {f}(x) {g}(x)", "({a} x + {b})^{m} {f}({c} x)", "x^{n} {f}(x) + {a} x {g}(x)"),
    )
    return Drawn(text)


@skill(title="Reciprocals", rules="reciprocal", group=GROUP)
def reciprocals(draw: Draw, grade: int) -> Drawn:
    """A constant over a function: minus sign, square below."""
    text = graded(
        draw,
        grade,
        ("1 / (x + {a})", "{a} / (x + {b})"),
        ("1 / ({a} x + {b})", "{a} / (x^2 + {b})"),
        ("{a} / ({b} x^2 + {c})", "1 / (exp(x) + {a})"),
        ("1 / (1 + exp(-{a} x))", "{a} / ({b} + {f}(x))", "p / ({a} x^2 + q)"),
        ("{a} / ({b} + {f}({c} x))", "p / (q + exp({a} x)) + {b} x^{n}", "1 / (x^2 + {a} x + {b})"),
    )
    return Drawn(text)


@skill(title="Quotient rule", rules="quotient", group=GROUP)
def quotients(draw: Draw, grade: int) -> Drawn:
    """Numerator and denominator both depend on the variable."""
    text = graded(
        draw,
        grade,
        ("sin(x) / x", "x / (x + {a})", "exp(x) / x"),
        ("{a} x / (x + {b})", "x^2 / (x + {a})", "{f}(x) / x^{m}"),
        ("({a} x + {b}) / (x + {c})", "x / (x^2 + {a})", "{f}(x) / (x + {a})"),
        ("exp({a} x) / (x + {b})", "({a} x - {b}) / (x^2 + {c})", "{f}(x) / (x^2 + {a})"),
        ("{f}({a} x) / (exp(x) + {b})", "({a} x + {b})^2 / (x^2 + {c})", "x {f}(x) / (x + {a})"),
    )
    return Drawn(text)


@skill(title="Functions of the table", rules="function", group=GROUP)
def functions(draw: Draw, grade: int) -> Drawn:
    """The derivative from the table, taken at what is inside, times the derivative of what is inside."""
    text = graded(
        draw,
        grade,
        ("{f}(x)", "ln(x)", "sigmoid(x)", "sqrt(x)", "arctan(x)"),
        ("{a} {f}(x)", "{f}({a} x)", "ln({a} x + {b})", "{a} ln(x)"),
        ("{f}(x^{n})", "exp(-x^2)", "ln(x^2 + {a})", "{f}({a} x + {b})"),
        ("{f}({a} x^2 + {b} x)", "ln({f}(x) + {a})", "sigmoid({a} x + {b})", "arctan({a} x^2)"),
        ("{f}({g}({a} x))", "ln(1 + exp({a} x))", "exp({f}({a} x) + {b} x)", "sigmoid(p x + q)"),
    )
    return Drawn(text)


@skill(title="Exponentials", rules="exponential", group=GROUP)
def exponentials(draw: Draw, grade: int) -> Drawn:
    """The variable in the exponent: the function stays, times the logarithm of the base."""
    text = graded(
        draw,
        grade,
        ("{a}^x", "{b}^x"),
        ("{a}^({b} x)", "{a} * {b}^x", "p * {a}^x"),
        ("{a}^(x^2)", "{a}^({b} x + {c})"),
        ("x * {a}^x", "{a}^{f}(x)", "p^(x^2)"),
        ("x^{n} * {a}^({b} x)", "{a}^({b} x) {f}(x)", "p^({f}(x)) + x^{n}"),
    )
    return Drawn(text)


@skill(title="Base and exponent both changing", rules="general-power", group=GROUP)
def general_powers(draw: Draw, grade: int) -> Drawn:
    """Neither the power rule nor the exponential rule is enough alone."""
    text = graded(
        draw,
        grade,
        ("x^x", "x^({a} x)"),
        ("x^(x + {a})", "x^(x^2)", "({a} x)^x"),
        ("x^{f}(x)", "(x + {a})^x", "x^({a} x + {b})"),
        ("(x^2 + {a})^x", "{a} x^{f}(x)", "(1 + {f}(x)^2)^x"),
        ("(x^2 + {a})^({b} x)", "x^({f}(x) + {a})", "(x + {a})^{f}(x)"),
    )
    return Drawn(text)


@skill(title="Chain rule, one path", rules="chain-single", group=GROUP)
def chain_single(draw: Draw, grade: int) -> Drawn:
    """Names from the inside out, a derivative for each, multiplied along the one path."""
    text = graded(
        draw,
        grade,
        ("{f}(x^{n})", "ln(x^{n})"),
        ("{f}({a} x + {b})", "exp(-{a} x^2)", "{f}(x)^{n}"),
        ("{f}({g}(x))", "ln({f}(x)^2)", "({a} x^2 + {b})^{n}"),
        ("{f}(x^2)^{m}", "exp({f}(x^{n}))", "ln({f}(x^2) + {a})"),
        ("ln({f}(x^3)^2)", "{f}(exp({a} x^2))^{m}", "sqrt({f}(x^{n}) + {a})"),
    )
    return Drawn(text, method="chain")


@skill(title="Chain rule, several paths", rules="chain-total", group=GROUP)
def chain_total(draw: Draw, grade: int) -> Drawn:
    """The variable reaches the result along several paths: their contributions are added."""
    text = graded(
        draw,
        grade,
        ("x + x^{n}", "x + {a} x^{n}"),
        ("{f}(x + x^{n})", "x {f}(x)", "x^{n} + {f}(x^{n})"),
        ("{f}(x + {a} x^{n})", "ln(x + exp({a} x))", "x {f}(x^2)"),
        ("{f}(x + {g}(x^2))", "(x + {f}(x))^{n}", "x^2 {f}(x^2)"),
        ("exp(x + {f}(x^2))", "ln(x^2 + {f}(x^2))", "{f}(x {g}(x))"),
    )
    return Drawn(text, method="chain")


@skill(title="Kinks and cases", rules="function cases", group=GROUP)
def kinks(draw: Draw, grade: int) -> Drawn:
    """A slope on each side of the kink, and none at it."""
    text = graded(
        draw,
        grade,
        ("max(0, x)^2", "max(0, {a} x^2)", "abs(x)"),
        ("max(0, x^2 - {a})", "max(0, {a} x - {b})^2", "abs({a} x - {b})"),
        ("max(0, {a} x + {b})^{n}", "abs(x^2 - {a})", "{a} relu(x)^2"),
        ("max(0, p x + q)^2", "{f}(max(0, {a} x))", "max(0, {f}(x) - 1/{a})"),
        ("(y - max(0, p x + q))^2", "max(0, {a} x) + abs(x - {b})", "max(x, {a} x^2)"),
    )
    return Drawn(text)


@skill(title="Gradients", rules="gradient", group="Several variables")
def gradients(draw: Draw, grade: int) -> Drawn:
    """A row of partial derivatives: all other variables are held constant."""
    text = graded(
        draw,
        grade,
        ("{a} x^2 y", "x^{n} y", "{a} x y + y^2"),
        ("{a} x^2 y + {b} y^{n}", "x^2 y^{n} - {a} x", "{a} x^{n} + {b} x y"),
        ("{f}(x) y + {a} x y^2", "x^2 {f}(y)", "{a} x {f}(y) + y"),
        ("{f}(x y)", "exp({a} x) {f}(y)", "ln(x^2 + {a} y)"),
        ("{f}({a} x + y^2)", "x {f}(x y)", "sqrt(x^2 + y^2 + {a})"),
    )
    return Drawn(text, "(x, y)")


@skill(title="Jacobians, entry by entry", rules="jacobian", group="Several variables")
def jacobians(draw: Draw, grade: int) -> Drawn:
    """A row for each function, a column for each variable."""
    text = graded(
        draw,
        grade,
        ("[{a} x + y, x y]", "[x^2, {a} x y]"),
        ("[{a} x^2 y, x - {b} y]", "[x y, x^2 + {a} y]"),
        ("[{f}(x) y, {a} x + y^2]", "[x^2 y, {f}(y)]"),
        ("[{f}(x y), x + {a} y]", "[exp({a} x), x {f}(y)]"),
        ("[{f}({a} x + y), x {g}(y)]", "[x^2 y^2, {f}(x - {a} y)]"),
    )
    return Drawn(text, "(x, y)")
