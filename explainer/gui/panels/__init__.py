"""The panels beside and below the board: the rule card, the timeline, the tabs with numbers and figures.

Start reading in `rule_card.py`. To add a panel: a module here and a line in `explainer.gui.all_parts`; to add a
figure: a row in `explainer.figures.registry`, for which `figure_tab.py` makes the tab.
"""
