"""The documentation as a folder of plain web pages, made from the program itself: `explainer docs -o FOLDER`.

Start reading at `writing`, which lists the pages. Most are drawn from a registry, and so cannot fall behind: rules,
functions, lessons, figures, formats, keys, settings, commands, and the public interface from its docstrings. The others
are texts in `resources/pages`. To add a page: a text there, or a function that gives a `Page`; and a line in `writing`.
"""
