"""The window; the only package that imports Qt, and it only shows: everything it says comes from `explainer.session`.

Start reading in `explainer.gui.main_window`. To add a user action: a row in `explainer.gui.actions` and the method it
names; menu, shortcut, help and tests follow. To add a panel: a module here and a line in the main window.
"""
