"""The options that several commands share, each with its help and what a shell offers to complete it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from explainer.cli import completing

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

PictureFormat = Annotated[
    str,
    typer.Option(
        "-f",
        "--format",
        metavar="FORMAT",
        help="png, svg or pdf, where the name does not say it.",
        autocompletion=completing.picture_formats,
    ),
]

HandoutFile = Annotated[
    Path,
    typer.Option("-o", "--output", metavar="FILE", help="Its ending chooses the format; pictures may go to a folder."),
]
HandoutFormat = Annotated[
    str,
    typer.Option(
        "-f",
        "--format",
        metavar="FORMAT",
        help="The format, if the ending does not give it: html, pdf, docx, pptx, markdown, markdown-folder, latex, "
        "beamer, typst, notebook, anki, moodle, code, svg, png or gif.",
        autocompletion=completing.handout_formats,
    ),
]
FormatOptions = Annotated[
    list[str] | None,
    typer.Option(
        "--option",
        metavar="NAME=VALUE",
        help="Of the format, as length=blanks; may be repeated.",
        autocompletion=completing.handout_options,
    ),
]

PageFormat = Annotated[
    str,
    typer.Option(
        "-f",
        "--format",
        metavar="FORMAT",
        help="text, or json for other programs.",
        autocompletion=completing.page_formats,
    ),
]
