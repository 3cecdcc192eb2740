"""The window; the only package that imports Qt, and it only shows: everything it says comes from `explainer.session`.

Start reading in `explainer.gui.main_window`. From top to bottom of the window: `problem` (what is typed), `board` or
`reading` (the middle), `panels` (card, timeline, tabs); `lecture` is the large screen, `files` what goes in and out,
`formulas` the pictures in all of them, `look` their colours, sizes and words. To add a user action: a row in
`explainer.gui.actions` and the method it names; menu, shortcut, help and tests follow.
"""
