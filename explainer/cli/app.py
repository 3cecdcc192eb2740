"""The commands. Each reads its options, asks the layers below, and returns an Answer; none writes to a stream.

Imports of the layers below are inside the commands, so that `--help` and bad input answer at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from explainer.cli import completing
from explainer.cli.answer import Answer, checked_choice
from explainer.cli.examples import epilog
from explainer.cli.options import (
    Detail,
    Expression,
    Form,
    FormatOptions,
    HandoutFile,
    HandoutFormat,
    Layout,
    Method,
    Order,
    PageFormat,
    PictureFormat,
    Shapes,
    Variable,
)
from explainer.cli.question import read_shapes, required_expression, traced

app = typer.Typer(
    name="explainer",
    help="Explains derivatives of scalars, vectors and matrices step by step. Without a command it opens the window.",
    epilog=epilog(""),
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


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
    """Open the window on an expression, a file (.derivation, .toml or .deck) or a link (explainer:?f=…)."""
    from explainer.cli.opening import check_file, is_file_name, words_of_link
    from explainer.session.links import is_link

    if is_file_name(expression):
        return Answer("", status=context.obj(file=check_file(expression)))
    if is_link(expression):
        expression, wrt, shape, method, layout, order, form = words_of_link(expression)
    problem = traced(expression, wrt, shape, method, layout, order=order, form=form).problem
    shapes = read_shapes(shape)
    status = context.obj(problem.text, problem.wrt.text(), shapes, method, layout, order=order, form=form)
    return Answer("", status=status)


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
            "-f",
            "--format",
            metavar="FORMAT",
            help="text, latex, markdown or json.",
            autocompletion=completing.written_formats,
        ),
    ] = "text",
    result: Annotated[bool, typer.Option("--result", "--quiet", help="The result alone, to go on with.")] = False,
) -> Answer:
    """Differentiate an expression step by step; every step is named, explained and checked."""
    from explainer.cli.derivation import answer_for, result_of, terminal_text
    from explainer.export.text_formats import WRITERS

    checked_choice("format", format_, WRITERS)
    writer = result_of(format_) if result else terminal_text if format_ == "text" else WRITERS[format_]
    return answer_for(traced(expression, wrt, shape, method, layout, detail, order, form), writer)


@app.command(epilog=epilog("compare"))
def compare(
    expression: Expression,
    wrt: Variable = "",
    shape: Shapes = None,
    method: Method = "auto",
    layout: Layout = "numerator",
    order: Order = 1,
    form: Form = "vec",
    format_: PageFormat = "text",
) -> Answer:
    """Differentiate an expression by every method, and check by numbers that the results agree."""
    from explainer.cli.comparing import comparison

    return comparison(traced(expression, wrt, shape, method, layout, order=order, form=form), format_)


@app.command(epilog=epilog("render"))
def render(
    output: Annotated[
        Path,
        typer.Option("-o", "--output", metavar="FILE", help="A name ending in .png, .svg or .pdf; - writes it here."),
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
    kind: PictureFormat = "",
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
    from explainer.cli.picture import chosen_figure, draw, picture_place, read_options, write_picture

    place = picture_place(output, kind, theme)
    options = read_options(option, figure, step)
    if not figure:
        given = required_expression(expression)
        return draw(traced(given, wrt, shape, method, layout, detail, order, form), place, step, size, theme)
    trace = None if expression is None else traced(expression, wrt, shape, method, layout, detail, order, form)
    return write_picture(chosen_figure(figure, trace, options), place, size, theme)


@app.command(epilog=epilog("export"))
def export(
    output: HandoutFile,
    expression: Annotated[
        str | None, typer.Argument(metavar="EXPR", help="What to differentiate, or a deck or lesson of yours.")
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
            help="A lesson, one derivation of it, or a file of a deck or a lesson, instead of EXPR.",
            autocompletion=completing.lessons,
        ),
    ] = "",
    format_: HandoutFormat = "",
    rules: Annotated[bool, typer.Option("--rules", help="All rules instead of EXPR.")] = False,
    practice: Annotated[
        str,
        typer.Option(
            "--practice",
            metavar="SKILLS",
            help="A worksheet of these skills instead of EXPR, with commas between them.",
            autocompletion=completing.practised,
        ),
    ] = "",
    count: Annotated[int, typer.Option("--count", metavar="NUMBER", help="How many problems on the sheet.")] = 12,
    grade: Annotated[
        int, typer.Option("--grade", metavar="GRADE", help="Their grade, 1 to 5.", autocompletion=completing.grades)
    ] = 2,
    seed: Annotated[int, typer.Option("--seed", metavar="NUMBER", help="Equal seeds give equal sheets.")] = 0,
    option: FormatOptions = None,
) -> Answer:
    """Write a derivation, a lesson, the rules or a worksheet as a handout: a web page and other documents."""
    from explainer.cli.handout import (
        check_single_subject,
        chosen_format,
        is_lesson_file,
        named_subject,
        read_format_options,
        write_handout,
    )

    row, options = chosen_format(format_, output), read_format_options(option)
    if expression and not lesson and is_lesson_file(expression):
        lesson, expression = expression, None
    check_single_subject(expression, lesson, rules, practice)
    subject = named_subject(lesson, rules, practice, count, grade, seed, detail)
    if subject is None:
        subject = traced(required_expression(expression), wrt, shape, method, layout, detail, order, form)
    return write_handout(subject, row, output, options)


@app.command(epilog=epilog("practice"))
def practice(
    subject: Annotated[
        str,
        typer.Argument(
            metavar="[SKILL|LESSON]",
            help="Skills, or rules, with commas between them; or a lesson, or one derivation of it.",
            autocompletion=completing.practised,
        ),
    ] = "",
    grade: Annotated[
        int | None,
        typer.Option(
            "--grade",
            metavar="GRADE",
            help="1 (the rule alone) to 5.",
            min=1,
            max=5,
            autocompletion=completing.grades,
        ),
    ] = None,
    seed: Annotated[int | None, typer.Option("--seed", metavar="NUMBER", help="Equal seeds, equal problems.")] = None,
    count: Annotated[int, typer.Option("--count", metavar="NUMBER", help="How many problems.", min=1, max=100)] = 6,
    ask: Annotated[
        str,
        typer.Option(
            "--ask",
            metavar="WAY",
            help="line, rule or cover; find: the false line; think: a lesson's questions.",
            autocompletion=completing.ways_of_asking,
        ),
    ] = "line",
    fade: Annotated[
        int | None,
        typer.Option("--fade", metavar="LINES", help="Leave so many of the last lines of a lesson's.", min=0),
    ] = None,
    report: Annotated[bool, typer.Option("--report", help="How it goes: each skill, the curve of errors.")] = False,
    list_: Annotated[bool, typer.Option("--list", help="List the skills.")] = False,
    export_: Annotated[
        Path | None, typer.Option("--export", metavar="FILE", help="Write your answers to a file, .json or .csv.")
    ] = None,
    delete: Annotated[bool, typer.Option("--delete", help="Forget all your answers.")] = False,
    record: Annotated[
        Path | None, typer.Option("--record", metavar="FILE", help="Another file of answers than your own.")
    ] = None,
) -> Answer:
    """Derive yourself: today's problems, or those of a skill or lesson; your lines are judged one by one."""
    from explainer.cli import practising

    if list_:
        return Answer(practising.skills_page())
    if report:
        return Answer(practising.report_page(record))
    if export_ is not None:
        return practising.export_answers(record, export_)
    if delete:
        return practising.delete_answers(record)
    return practising.practise(subject, grade, seed, count, ask, fade, record)


@app.command(epilog=epilog("lessons"))
def lessons(
    identifier: Annotated[str | None, typer.Argument(metavar="[ID]", autocompletion=completing.lessons)] = None,
    format_: PageFormat = "text",
) -> Answer:
    """List the lessons, or show one with all its derivations."""
    from explainer.cli.records import is_json, lessons_record, written
    from explainer.cli.reference import lesson_page, lessons_page

    return Answer(
        written(lessons_record(identifier))
        if is_json(format_)
        else lessons_page()
        if identifier is None
        else lesson_page(identifier)
    )


@app.command(epilog=epilog("rules"))
def rules(
    identifier: Annotated[str | None, typer.Argument(metavar="[ID]", autocompletion=completing.rules)] = None,
    format_: PageFormat = "text",
) -> Answer:
    """List the rules, or show one with its statement, condition and examples."""
    from explainer.cli.records import is_json, rules_record, written
    from explainer.cli.reference import rule_page, rules_page

    return Answer(
        written(rules_record(identifier))
        if is_json(format_)
        else rules_page()
        if identifier is None
        else rule_page(identifier)
    )


@app.command(epilog=epilog("functions"))
def functions(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", autocompletion=completing.functions)] = None,
    format_: PageFormat = "text",
) -> Answer:
    """List the functions and operators, or show one with its derivative and domain."""
    from explainer.cli.records import functions_record, is_json, written
    from explainer.cli.reference import function_page, functions_page

    return Answer(
        written(functions_record(name))
        if is_json(format_)
        else functions_page()
        if name is None
        else function_page(name)
    )


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
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="A lesson of your own, a .toml file, or a .deck.")
    ] = None,
    format_: PageFormat = "text",
) -> Answer:
    """Verify this installation: every rule, every function and every lesson, by numbers; or a lesson of your own."""
    from explainer.cli.checking import check_everything, check_file

    return check_everything(format_) if file is None else check_file(file, format_)


@app.command(epilog=epilog("integrate"))
def integrate(remove: Annotated[bool, typer.Option("--remove", help="Remove it again.")] = False) -> Answer:
    """Put the program into the menu of this user, with its icon and its kind of file (Linux and the like)."""
    from explainer.cli.integrating import integration

    return integration(remove)
