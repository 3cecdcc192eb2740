"""The commands. Each reads its options, asks the layers below, and returns an Answer; none writes to a stream.

Imports of the layers below are inside the commands, so that `--help` and bad input answer at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from explainer.cli import completing
from explainer.cli.answer import Answer, UsageError, checked_choice
from explainer.cli.examples import epilog

app = typer.Typer(
    name="explainer",
    help="Explains derivatives of scalars, vectors and matrices step by step. Without a command it opens the window.",
    epilog=epilog(""),
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Expression = Annotated[str, typer.Argument(metavar="EXPR", help='What to differentiate, such as "ln(sin(x^3)^2)".')]
Variable = Annotated[
    str, typer.Option("--wrt", metavar="NAME", help='The variable of differentiation: x, w, x_1 or "(x, y)".')
]
Shapes = Annotated[
    list[str] | None,
    typer.Option("--shape", metavar="NAME=SHAPE", help='A shape, such as w=n or "X=N x n"; may be repeated.'),
]
Method = Annotated[
    str,
    typer.Option("--method", metavar="METHOD", help="auto, operator, chain …", autocompletion=completing.methods),
]
Layout = Annotated[
    str,
    typer.Option("--layout", metavar="LAYOUT", help="numerator or denominator.", autocompletion=completing.layouts),
]
Order = Annotated[
    int,
    typer.Option("--order", metavar="ORDER", help="1, or 2 for the Hessian.", autocompletion=completing.orders),
]
Form = Annotated[
    str,
    typer.Option(
        "--form", metavar="FORM", help="vec or entries, for more than two directions.", autocompletion=completing.forms
    ),
]
Detail = Annotated[
    str,
    typer.Option("--detail", metavar="DETAIL", help="every (rule), paper or brief.", autocompletion=completing.details),
]


@app.callback()
def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,
) -> Answer | None:
    """Open the window where no command is given."""
    if version:
        from explainer import __version__

        typer.echo(f"explainer {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        return Answer("", status=context.obj())
    return None


@app.command("open", epilog=epilog("open"))
def open_(
    context: typer.Context,
    expression: Expression,
    wrt: Variable = "",
    shape: Shapes = None,
    method: Method = "auto",
    layout: Layout = "numerator",
    order: Order = 1,
    form: Form = "vec",
) -> Answer:
    """Open the window on an expression, a saved derivation or a lesson (a .derivation or .toml file)."""
    from explainer.cli.opening import check_file, is_file_name

    if is_file_name(expression):
        return Answer("", status=context.obj(file=check_file(expression)))
    problem = _trace(expression, wrt, shape, method, layout, order=order, form=form).problem
    shapes = _read_shapes(shape)
    return Answer(
        "", status=context.obj(problem.text, problem.wrt.text(), shapes, method, layout, order=order, form=form)
    )


@app.command(epilog=epilog("derive"))
def derive(
    expression: Expression,
    wrt: Variable = "",
    shape: Shapes = None,
    method: Method = "auto",
    layout: Layout = "numerator",
    order: Order = 1,
    form: Form = "vec",
    detail: Detail = "every",
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="text, latex, markdown or json.",
            autocompletion=completing.written_formats,
        ),
    ] = "text",
) -> Answer:
    """Differentiate an expression step by step; every step is named, explained and checked."""
    from explainer.cli.derivation import answer_for
    from explainer.export.text_formats import WRITERS

    checked_choice("format", format_, WRITERS)
    return answer_for(_trace(expression, wrt, shape, method, layout, detail, order, form), WRITERS[format_])


@app.command(epilog=epilog("compare"))
def compare(
    expression: Expression,
    wrt: Variable = "",
    shape: Shapes = None,
    method: Method = "auto",
    layout: Layout = "numerator",
    order: Order = 1,
    form: Form = "vec",
) -> Answer:
    """Differentiate an expression by every method, and check by numbers that the results agree."""
    from explainer.cli.comparing import comparison

    return comparison(_trace(expression, wrt, shape, method, layout, order=order, form=form))


@app.command(epilog=epilog("render"))
def render(
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="A file name ending in .png, .svg or .pdf.")
    ],
    expression: Annotated[
        str | None, typer.Argument(metavar="EXPR", help="What to differentiate; some figures need nothing.")
    ] = None,
    wrt: Variable = "",
    shape: Shapes = None,
    method: Method = "auto",
    layout: Layout = "numerator",
    order: Order = 1,
    form: Form = "vec",
    detail: Detail = "every",
    step: Annotated[int | None, typer.Option("--step", metavar="K", help="One step instead of all.")] = None,
    size: Annotated[float, typer.Option("--size", metavar="POINTS", help="The size of the letters.")] = 24.0,
    theme: Annotated[
        str,
        typer.Option("--theme", metavar="THEME", help="paper, blackboard …", autocompletion=completing.themes),
    ] = "paper",
    figure: Annotated[
        str,
        typer.Option(
            "--figure",
            metavar="NAME",
            help="A figure instead: dataflow, curve … (see “explainer figures”).",
            autocompletion=completing.figures,
        ),
    ] = "",
    option: Annotated[
        list[str] | None,
        typer.Option(
            "--option",
            metavar="NAME=VALUE",
            help="An option of the figure, such as at=2; may be repeated.",
            autocompletion=completing.figure_options,
        ),
    ] = None,
) -> Answer:
    """Draw a derivation, one step of it, or a figure made from it, as a picture file."""
    from explainer.cli.picture import check_picture_options, chosen_figure, draw, read_options, write_picture

    check_picture_options(output, theme)
    options = read_options(option, figure, step)
    if not figure:
        given = _given(expression)
        return draw(_trace(given, wrt, shape, method, layout, detail, order, form), output, step, size, theme)
    trace = None if expression is None else _trace(expression, wrt, shape, method, layout, detail, order, form)
    return write_picture(chosen_figure(figure, trace, options), output, size, theme)


HandoutFile = Annotated[
    Path,
    typer.Option("-o", "--output", metavar="FILE", help="Its ending chooses the format; pictures may go to a folder."),
]
HandoutFormat = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="The format, if the ending does not give it.",
        autocompletion=completing.handout_formats,
    ),
]
FormatOptions = Annotated[
    list[str] | None,
    typer.Option(
        "--option",
        metavar="NAME=VALUE",
        help="An option of the format; may be repeated.",
        autocompletion=completing.handout_options,
    ),
]


@app.command(epilog=epilog("export"))
def export(
    output: HandoutFile,
    expression: Annotated[
        str | None, typer.Argument(metavar="EXPR", help="What to differentiate; not with --lesson or --rules.")
    ] = None,
    wrt: Variable = "",
    shape: Shapes = None,
    method: Method = "auto",
    layout: Layout = "numerator",
    order: Order = 1,
    form: Form = "vec",
    detail: Detail = "every",
    lesson: Annotated[
        str,
        typer.Option(
            "--lesson",
            metavar="ID",
            help="A lesson, or one derivation of it, instead of EXPR.",
            autocompletion=completing.lessons,
        ),
    ] = "",
    format_: HandoutFormat = "",
    rules: Annotated[bool, typer.Option("--rules", help="All rules instead of EXPR.")] = False,
    option: FormatOptions = None,
) -> Answer:
    """Write a derivation, a whole lesson or the rules as a handout: a web page and other documents."""
    from explainer.cli.handout import (
        check_single_subject,
        chosen_format,
        chosen_lesson,
        read_format_options,
        write_handout,
    )

    row, options = chosen_format(format_, output), read_format_options(option)
    check_single_subject(expression, lesson, rules)
    if rules:
        from explainer.rules import all_rules

        return write_handout(all_rules(), row, output, options)
    if lesson:
        return write_handout(chosen_lesson(lesson), row, output, options)
    return write_handout(
        _trace(_given(expression), wrt, shape, method, layout, detail, order, form), row, output, options
    )


@app.command(epilog=epilog("lessons"))
def lessons(
    identifier: Annotated[str | None, typer.Argument(metavar="[ID]", autocompletion=completing.lessons)] = None,
) -> Answer:
    """List the lessons, or show one with all its derivations."""
    from explainer.cli.reference import lesson_page, lessons_page

    return Answer(lessons_page() if identifier is None else lesson_page(identifier))


@app.command(epilog=epilog("rules"))
def rules(
    identifier: Annotated[str | None, typer.Argument(metavar="[ID]", autocompletion=completing.rules)] = None,
) -> Answer:
    """List the rules, or show one with its statement, condition and examples."""
    from explainer.cli.reference import rule_page, rules_page

    return Answer(rules_page() if identifier is None else rule_page(identifier))


@app.command(epilog=epilog("functions"))
def functions(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", autocompletion=completing.functions)] = None,
) -> Answer:
    """List the functions and operators, or show one with its derivative and domain."""
    from explainer.cli.reference import function_page, functions_page

    return Answer(functions_page() if name is None else function_page(name))


@app.command(epilog=epilog("figures"))
def figures() -> Answer:
    """List the figures that can be made of a derivation, with their options."""
    from explainer.cli.reference import figures_page

    return Answer(figures_page())


@app.command(epilog=epilog("docs"))
def docs(
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FOLDER", help="A folder of its own; it need not exist.")
    ],
) -> Answer:
    """Write the documentation as web pages: every rule, function, lesson, key and command, and how it all works."""
    from explainer.cli.documenting import documentation

    return documentation(app, output)


@app.command(epilog=epilog("check"))
def check(
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="A lesson of your own, a .toml file.")] = None,
) -> Answer:
    """Verify this installation: every rule, every function and every lesson, by numbers; or a lesson of your own."""
    from explainer.cli.checking import check_everything, check_lesson

    return check_everything() if file is None else check_lesson(file)


@app.command(epilog=epilog("integrate"))
def integrate(
    remove: Annotated[bool, typer.Option("--remove", help="Remove it again.")] = False,
) -> Answer:
    """Put the program into the menu of this user, with its icon and its kind of file (Linux and the like)."""
    from explainer.cli.integrating import integration

    return integration(remove)


def _given(expression: str | None) -> str:
    """The expression. Raises UsageError where it is missing."""
    if expression is None:
        raise UsageError("it is not said what to differentiate", hint='Write it first, such as "sin(x^2)".')
    return expression


def _trace(
    expression: str,
    wrt: str,
    shape: list[str] | None,
    method: str,
    layout: str,
    detail: str = "every",
    order: int = 1,
    form: str = "vec",
) -> Any:
    """The derivation that the options ask for. Raises ExplainerError with the place in the expression."""
    from explainer.engine import DETAILS, FORMS, LAYOUTS, METHODS, ORDERS, derive, told

    checked_choice("method", method, METHODS)
    checked_choice("layout", layout, LAYOUTS)
    checked_choice("detail", detail, DETAILS)
    checked_choice("order", str(order), map(str, ORDERS))
    checked_choice("form", form, FORMS)
    shapes = _read_shapes(shape)
    variable = _required(wrt, expression.strip(), shapes)
    return told(derive(expression.strip(), variable, shapes, method, layout, order, form), detail)


def _required(wrt: str, expression: str, shapes: dict[str, str]) -> str:
    """The variable of differentiation. Raises UsageError naming those in the expression where it is missing."""
    if wrt.strip():
        return wrt.strip()
    from explainer.language import read_question

    parsed = read_question(expression, shapes).parsed
    if parsed.wrt is not None:
        return parsed.wrt.text()
    names = sorted(parsed.shapes)
    example = names[0] if names else "x"
    among = f"The expression has {', '.join(names)}. " if names else ""
    raise UsageError(
        "the variable of differentiation is missing", hint=f"{among}Add the variable, for instance --wrt {example}."
    )


def _read_shapes(options: list[str] | None) -> dict[str, str]:
    """`["w=n", "X=N x n"]` as a mapping. Raises UsageError for an option without a name or without a shape."""
    shapes: dict[str, str] = {}
    for option in options or ():
        name, sign, shape = option.partition("=")
        if not (sign and name.strip() and shape.strip()):
            raise UsageError(
                f"--shape {option} does not say a name and a shape", hint="Write --shape w=n, for instance."
            )
        name, shape = name.strip(), shape.strip()
        if shapes.setdefault(name, shape) != shape:
            raise UsageError(
                f"{name} has the shape {shapes[name]} and the shape {shape}", hint="Leave out one of them."
            )
    return shapes
