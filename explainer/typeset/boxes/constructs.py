"""Fractions, scripts, fences and roots.

Source: The TeXbook, appendix G (rules 11, 15, 18 and 19).
"""

from __future__ import annotations

from explainer.notation import tree
from explainer.typeset.boxes import style as tex
from explainer.typeset.boxes.arrange import ScriptsOf, Work, arrange_row, arranges, differential
from explainer.typeset.boxes.box import CLOSE, OPEN, ORD, Box, Child, Span, overlay, rule_box
from explainer.typeset.boxes.delimiters import delimiters, root_sign
from explainer.typeset.boxes.style import SIZES


@arranges(tree.Fraction)
def arrange_fraction(fraction: tree.Fraction, style: int) -> Work:
    """A bar on the axis with one box centred above and one below it (rule 15 of appendix G)."""
    over = yield fraction.numerator, tex.numerator(style)
    under = yield fraction.denominator, tex.denominator(style)
    size = SIZES[style]
    display = style < tex.TEXT
    rise = (tex.NUMERATOR_DISPLAY if display else tex.NUMERATOR_TEXT) * size
    drop = (tex.DENOMINATOR_DISPLAY if display else tex.DENOMINATOR_TEXT) * size
    thickness, axis = tex.RULE_THICKNESS * size, tex.AXIS * size
    gap = (3 if display else 1) * thickness
    rise = max(rise, axis + thickness / 2 + gap + over.depth)
    drop = max(drop, under.height + gap + thickness / 2 - axis)
    width = max(over.width, under.width)
    side = tex.NULL_DELIMITER * size
    children: list[Child] = [
        (side + (width - over.width) / 2, rise, over, None),
        (side, axis - thickness / 2, rule_box(width, thickness), None),
        (side + (width - under.width) / 2, -drop, under, None),
    ]
    return Box(width + 2 * side, rise + over.height, drop + under.depth, children, factor=True)


@arranges(tree.DerivativeNotation)
def arrange_derivative(derivative: tree.DerivativeNotation, style: int) -> Work:
    """A derivative with its body in the numerator, or before its body in a row."""
    if not derivative.compact:
        return (yield from arrange_row(derivative, style))
    over = tree.Row((tree.Symbol(derivative.sign), derivative.body))
    return (yield from arrange_fraction(tree.Fraction(over, differential(derivative)), style))


@arranges(tree.Script)
def arrange_script(script: tree.Script, style: int) -> Work:
    """A base with scripts (rule 18 of appendix G); a power of x₁ has its exponent over the index, not behind it."""
    body, below, paths = _indexed_base(script)
    base = yield body, style
    over = under = None
    if script.superscript is not None:
        over = yield script.superscript, tex.superscript(style)
    if below is not None:
        under = yield below, tex.subscript(style)
    rise, drop = _script_heights(base, over, under, style)
    inner = paths[-1] if paths else None
    children: list[Child] = [(0.0, 0.0, base, inner)]
    width = indexed = base.width
    if over is not None:
        children.append((base.width + base.head, rise, over, None))
        width = base.width + base.head + over.width
    if under is not None:
        x = base.width - base.italic
        children.append((x, -drop, under, inner))
        indexed = max(base.width, x + under.width)
    result = overlay(children, max(width, indexed) + tex.SCRIPT_SPACE)  # TeX's room is the same in every size
    depth = base.depth if under is None else max(base.depth, drop + under.depth)
    result.spans = [Span(path, 0.0, indexed, base.height, depth) for path in paths]
    result.left, result.right = base.left, base.right
    if base.hang:
        result.hang = result.depth - max(base.depth - base.hang, 0.0 if under is None else drop + under.depth)
    return result


@arranges(ScriptsOf)
def arrange_scripts(behind: ScriptsOf, style: int) -> Work:
    """Scripts at the heights that they have behind their base, which stands before them in the row."""
    (_, _, base, _), *scripts = (whole := (yield from arrange_script(behind.script, style))).children
    moved: list[Child] = [(x - base.width, y, box, path) for x, y, box, path in scripts]
    result = overlay(moved, whole.width - base.width)
    result.left, result.right = ORD, CLOSE
    return result


def _indexed_base(script: tree.Script) -> tuple[tree.Notation, tree.Notation | None, list[tree.Path]]:
    """The base, the subscript, and the parts around both: those of the base where it is a letter with an index."""
    paths: list[tree.Path] = []
    inner = script.base
    while isinstance(inner, tree.Part | tree.Spoken):
        if isinstance(inner, tree.Part):
            paths.append(inner.path)
        inner = inner.body
    if script.subscript is None and isinstance(inner, tree.Script) and inner.superscript is None:
        return inner.base, inner.subscript, paths
    return script.base, script.subscript, []


def _script_heights(base: Box, over: Box | None, under: Box | None, style: int) -> tuple[float, float]:
    """How far the superscript rises and the subscript drops."""
    size, small = SIZES[style], SIZES[tex.superscript(style)]
    rise = 0.0 if base.single else base.height - tex.SUPERSCRIPT_DROP * small
    drop = 0.0 if base.single else base.depth + tex.SUBSCRIPT_DROP * small
    x_height = tex.X_HEIGHT * size
    if over is not None:
        least = tex.SUPERSCRIPT_CRAMPED if style & 1 else tex.SUPERSCRIPT
        least = tex.SUPERSCRIPT_DISPLAY if style == tex.DISPLAY else least
        rise = max(rise, least * size, over.depth + x_height / 4)
    if under is not None and over is None:
        drop = max(drop, tex.SUBSCRIPT * size, under.height - 0.8 * x_height)
    elif under is not None and over is not None:
        drop = max(drop, tex.SUBSCRIPT_BELOW_SUPERSCRIPT * size)
        rise, drop = _separate(rise, drop, over, under, size)
    return rise, drop


def _separate(rise: float, drop: float, over: Box, under: Box, size: float) -> tuple[float, float]:
    """The heights of two scripts with at least four rules' room between them."""
    gap = (rise - over.depth) - (under.height - drop)
    least = 4 * tex.RULE_THICKNESS * size
    if gap < least:
        drop += least - gap
        lift = 0.8 * tex.X_HEIGHT * size - (rise - over.depth)
        if lift > 0:
            rise, drop = rise + lift, drop - lift
    return rise, drop


@arranges(tree.Fence)
def arrange_fence(fence: tree.Fence, style: int) -> Work:
    """A piece between delimiters that grow with it."""
    body = yield fence.body, style
    opening, closing = delimiters(fence, body, style)
    x = opening.width + body.width
    children: list[Child] = [(0.0, 0.0, opening, None), (opening.width, 0.0, body, None), (x, 0.0, closing, None)]
    result = overlay(children, x + closing.width, may_shrink=body.may_shrink)
    result.left, result.right = OPEN, CLOSE
    result.single = closing.height + closing.depth < 1.01 * SIZES[style]  # its scripts stand as behind one sign
    result.hang = result.depth - max(opening.depth, closing.depth, body.depth - body.hang)
    return result


@arranges(tree.Root)
def arrange_root(root: tree.Root, style: int) -> Work:
    """A root sign with a bar over the body (rule 11 of appendix G), and a degree in its angle."""
    body = yield root.body, tex.cramped(style)
    size = SIZES[style]
    thickness = tex.RULE_THICKNESS * size
    gap = thickness + (tex.X_HEIGHT * size if style < tex.TEXT else thickness) / 4
    sign, bar_left = root_sign(body.height + body.depth + gap + thickness, size)
    total = sign.height + sign.depth
    gap = max(gap, (gap + total - thickness - body.height - body.depth) / 2)
    top = body.height + gap + thickness
    children: list[Child] = [
        (0.0, top - sign.height, sign, None),
        (
            bar_left - 0.01 * size,
            top - thickness,
            rule_box(body.width + sign.width - bar_left + 0.01 * size, thickness),
            None,
        ),
        (sign.width, 0.0, body, None),
    ]
    radical = overlay(children, sign.width + body.width)
    radical.height = max(radical.height, top + thickness)
    if root.degree is None:
        return radical
    degree = yield root.degree, tex.SCRIPT_SCRIPT
    lift = 0.6 * (radical.height - radical.depth)
    x = max(0.0, degree.width - 5 / 18 * size)  # TeX leaves 5 mu before the degree and takes 10 back behind it
    before = x + 10 / 18 * size - degree.width
    return overlay([(before, lift, degree, None), (x, 0.0, radical, None)], x + radical.width)
