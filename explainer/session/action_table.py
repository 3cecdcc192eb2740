"""Every action of the window in one table: menus, shortcuts, help on keys, documentation and tests are drawn from it.

A row's `keys` work everywhere, its `board_keys` only while the board has the focus, so that single keys are never
taken from a field or a list. In projection both work, in the audience's window and in the presenter's. `handler` is the
name of a method of the main window or of a part of it, with an optional argument; `board.` means the board in use.
The order of the rows is that in the menus.
"""

from __future__ import annotations

from typing import NamedTuple

from explainer.phrases import translated


class ActionRow(NamedTuple):
    """One thing that a user can do."""

    id: str
    text: str
    menu: str
    handler: str
    keys: tuple[str, ...] = ()
    board_keys: tuple[str, ...] = ()
    argument: str | None = None
    checkable: bool = False
    projected: bool = False
    """Whether the `keys` work in projection too; those of a row with `board_keys` always do."""
    under: str = ""
    """The title of the menu inside the menu in which the row stands."""
    ruled: bool = False
    """Whether a line is drawn above it: rows between two lines belong together."""

    @property
    def words(self) -> str:
        """What the row says in the language of the user, without the mark of its key."""
        return translated(self.text).replace("&", "")

    @property
    def in_projection(self) -> bool:
        """Whether the row can be used while projecting."""
        return self.projected or bool(self.board_keys)


ACTIONS: tuple[ActionRow, ...] = (
    ActionRow("new_window", "&New window", "F&ile", "new_window", ("Ctrl+N",)),
    ActionRow("open_file", "&Open …", "F&ile", "files.ask_for_file", ("Ctrl+O",)),
    ActionRow("recent", "Open &recent", "F&ile", "recent.show", ("Ctrl+Shift+O",)),
    ActionRow("save", "&Save", "F&ile", "files.save", ("Ctrl+S",), ruled=True),
    ActionRow("save_as", "Save &as …", "F&ile", "files.save_as", ("Ctrl+Shift+S",)),
    ActionRow("export", "&Export …", "F&ile", "ways_out.export", ("Ctrl+E",), ruled=True),
    ActionRow("worksheet", "&Worksheet …", "F&ile", "practising.show_sheet", ("Ctrl+Shift+E",)),
    ActionRow("print", "&Print …", "F&ile", "ways_out.print", ("Ctrl+P",)),
    ActionRow("settings", "Se&ttings …", "F&ile", "settings.show_dialog", ("Ctrl+,",), ruled=True),
    ActionRow("close_window", "&Close the window", "F&ile", "close", ("Ctrl+W",), ruled=True),
    ActionRow("quit", "&Quit", "F&ile", "close_all", ("Ctrl+Q",)),
    ActionRow("next", "&Next step", "&Step", "stepping.next", ("PgDown", "Alt+Right"),
              ("Right", "Down", "Space", "N")),
    ActionRow("jump", "Next step, or the step whose n&umber was typed", "&Step", "stepping.jump_or_next",
              board_keys=("Return", "Enter")),
    ActionRow("previous", "&Previous step", "&Step", "stepping.previous", ("PgUp", "Alt+Left"),
              ("Left", "Up", "Backspace", "P")),
    ActionRow("first", "&First line", "&Step", "stepping.first", ("Alt+Home",), ("Home",), ruled=True),
    ActionRow("last", "&Last line", "&Step", "stepping.last", ("Alt+End",), ("End",)),
    ActionRow("play", "Pl&ay or pause", "&Step", "player.toggle", ("F8",), projected=True, ruled=True),
    ActionRow("substeps", "Show or hide the steps &inside", "&Step", "board.toggle_substeps", board_keys=("D",),
              ruled=True),
    ActionRow("check", "Show or hide the &check", "&Step", "board.toggle_checks", board_keys=("V",)),
    ActionRow("overview", "All lines at a &glance", "&Step", "projection.overview.toggle", board_keys=("O",)),
    ActionRow("term_right", "Point at the term to the &right", "&Step", "board.move_term", (), ("Ctrl+Right",),
              "right", under="Point at a &term", ruled=True),
    ActionRow("term_left", "Point at the term to t&he left", "&Step", "board.move_term", (), ("Ctrl+Left",), "left",
              under="Point at a &term"),
    ActionRow("term_inward", "Point at a part of the ter&m", "&Step", "board.move_term", (), ("Ctrl+Down",), "inward",
              under="Point at a &term"),
    ActionRow("term_outward", "Point at what the term is a part &of", "&Step", "board.move_term", (), ("Ctrl+Up",),
              "outward", under="Point at a &term"),
    ActionRow("derive", "&Derive", "&Function", "derive", ("Ctrl+Return", "Ctrl+Enter")),
    ActionRow("edit_expression", "&Edit the function", "&Function", "edit_expression", ("Ctrl+L",)),
    ActionRow("complete", "Complete the &name", "&Function", "problem_bar.complete", ("Ctrl+Space",)),
    ActionRow("symbols", "&Insert a sign", "&Function", "problem_bar.show_symbols", ("Ctrl+I",)),
    ActionRow("history", "Earlier pro&blems", "&Function", "problem_bar.search_history", ("Ctrl+H",)),
    ActionRow("undo", "&Undo", "&Function", "problems.undo", ("Ctrl+Z",), ruled=True),
    ActionRow("redo", "Red&o", "&Function", "problems.redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
    ActionRow("copy_text", "&Copy as text", "&Function", "board.layers.copy_as", ("Ctrl+C",), (), "text", ruled=True),
    ActionRow("copy_latex", "Copy as &LaTeX", "&Function", "board.layers.copy_as", ("Ctrl+Shift+C",), (), "latex"),
    ActionRow("copy_mathml", "Copy as &MathML", "&Function", "board.layers.copy_as", (), (), "mathml",
              under="Copy the line &as"),
    ActionRow("copy_word", "Copy &for Word", "&Function", "board.layers.copy_as", ("Ctrl+Shift+W",), (), "word",
              under="Copy the line &as"),
    ActionRow("copy_typst", "Copy as &Typst", "&Function", "board.layers.copy_as", (), (), "typst",
              under="Copy the line &as"),
    ActionRow("copy_png", "Copy as a &picture (PNG)", "&Function", "board.layers.copy_as", (), (), "png",
              under="Copy the line &as"),
    ActionRow("copy_svg", "Copy as a dra&wing (SVG)", "&Function", "board.layers.copy_as", (), (), "svg",
              under="Copy the line &as"),
    ActionRow("copy_numpy", "Copy the &gradient as a NumPy program", "&Function", "board.layers.copy_program",
              ("Ctrl+Shift+N",), (), "numpy", under="Copy the &whole as"),
    ActionRow("copy_torch", "Copy the gradient as a PyTorc&h program", "&Function", "board.layers.copy_program", (),
              (), "torch", under="Copy the &whole as"),
    ActionRow("copy_jax", "Copy the gradient as a &JAX program", "&Function", "board.layers.copy_program", (), (),
              "jax", under="Copy the &whole as"),
    ActionRow("copy_command", "Copy the problem &as a command line", "&Function", "board.layers.copy_problem", (), (),
              "command", under="Copy the &whole as"),
    ActionRow("copy_link", "Copy a lin&k to the problem", "&Function", "board.layers.copy_problem", ("Ctrl+Shift+K",),
              (), "link", under="Copy the &whole as"),
    ActionRow("compare", "Compa&re methods", "&Function", "reading.compare", ("Ctrl+M",), ruled=True),
    ActionRow("start_page", "&Start page", "&Read", "reading.show_start", ("Ctrl+Home",)),
    ActionRow("find", "&Find a rule or a lesson", "&Read", "reading.ask", ("Ctrl+F",)),
    ActionRow("back", "&Back to the page", "&Read", "reading.go_back", ("Alt+Up",), ruled=True),
    ActionRow("to_board", "To the b&oard", "&Read", "reading.go_to_board", ("Alt+Down",)),
    ActionRow("next_page", "&Next lesson", "&Read", "reading.next_page", ("Ctrl+PgDown",)),
    ActionRow("previous_page", "&Previous lesson", "&Read", "reading.previous_page", ("Ctrl+PgUp",)),
    ActionRow("rule_page", "The &rule of this step", "&Read", "projection.aside.toggle_rule", ("Ctrl+R",), ("R",),
              ruled=True),
    ActionRow("all_rules", "&All rules", "&Read", "reading.show_rules", ("Ctrl+Shift+R",)),
    ActionRow("all_functions", "All f&unctions", "&Read", "reading.show_functions"),
    ActionRow("practise_on_board", "Practise on the boar&d", "&Read", "practising.toggle_on_board", ("Ctrl+B",),
              ("E",), ruled=True),
    ActionRow("practise", "Pra&ctise this derivation", "&Read", "practising.practise", ("Ctrl+T",)),
    ActionRow("today", "&Today's problems", "&Read", "practising.show_today", ("Ctrl+Shift+T",)),
    ActionRow("project", "&Project from the start", "&Present", "projection.start", ("F5",), projected=True),
    ActionRow("project_here", "Project from &here", "&Present", "projection.start_here", ("Shift+F5",),
              projected=True),
    ActionRow("deck", "Sl&ides of the lesson …", "&Present", "projection.decks.show_dialog", ("Ctrl+D",)),
    ActionRow("black", "&Black, or the board again", "&Present", "projection.effects.toggle_black", (), ("B", "."),
              ruled=True),
    ActionRow("white", "&White, or the board again", "&Present", "projection.effects.toggle_white", (), ("W",)),
    ActionRow("freeze", "&Freeze what the audience sees", "&Present", "projection.effects.toggle_freeze", (), ("F",)),
    ActionRow("class_question", "&Question to the class: the rule, the part, none", "&Present",
              "projection.ask_class", (), ("Q",), ruled=True),
    ActionRow("figure", "Fi&gures of this line: one after the other, the board again", "&Present",
              "projection.aside.next_figure", (), ("G",)),
    ActionRow("spotlight", "&Spotlight: the changed term, the pointer, off", "&Present",
              "projection.effects.change_spotlight", (), ("S",), under="&Spotlight", ruled=True),
    ActionRow("spotlight_larger", "&Larger spotlight", "&Present", "projection.effects.enlarge_spotlight", (),
              ("+", "="), under="&Spotlight"),
    ActionRow("spotlight_smaller", "S&maller spotlight", "&Present", "projection.effects.shrink_spotlight", (),
              ("-",), under="&Spotlight"),
    ActionRow("timer", "Start or pause the &timer", "&Present", "projection.effects.toggle_timer", (), ("T",),
              under="&Timer"),
    ActionRow("timer_reset", "Timer back to &zero", "&Present", "projection.effects.reset_timer", (), ("Shift+T",),
              under="&Timer"),
    ActionRow("swap_screens", "Swap the s&creens", "&Present", "projection.screens.swap", (), ("X",), ruled=True),
    ActionRow("presenter", "Show or hide the presenter's wi&ndow", "&Present", "projection.screens.toggle_presenter",
              ("F7",), projected=True),
    ActionRow("larger", "&Larger", "&View", "appearance.zoom_in", ("Ctrl++", "Ctrl+="), projected=True),
    ActionRow("smaller", "&Smaller", "&View", "appearance.zoom_out", ("Ctrl+-",), projected=True),
    ActionRow("normal_size", "&Normal size", "&View", "appearance.zoom_normal", ("Ctrl+0",), projected=True),
    ActionRow("zoom_line", "&Zoom to the current line", "&View", "board.toggle_zoom", board_keys=("Z",), ruled=True),
    ActionRow("theme_system", "Theme of the s&ystem", "&View", "appearance.choose_theme", (), (), "system", True,
              under="&Colours", ruled=True),
    ActionRow("theme_paper", "&Paper", "&View", "appearance.choose_theme", (), (), "paper", True, under="&Colours"),
    ActionRow("theme_blackboard", "&Blackboard", "&View", "appearance.choose_theme", (), (), "blackboard", True,
              under="&Colours"),
    ActionRow("theme_contrast", "&High contrast", "&View", "appearance.choose_theme", (), (), "high-contrast", True,
              under="&Colours"),
    ActionRow("next_theme", "Next &colours", "&View", "appearance.next_theme", (), ("C",), under="&Colours"),
    ActionRow("motion_off", "Terms &do not move", "&View", "motion.choose", (), (), "off", True, under="&Movement"),
    ActionRow("motion_slow", "Terms move sl&owly", "&View", "motion.choose", (), (), "slow", True, under="&Movement"),
    ActionRow("motion_normal", "Terms &move", "&View", "motion.choose", (), (), "normal", True, under="&Movement"),
    ActionRow("motion_fast", "Terms move &quickly", "&View", "motion.choose", (), (), "fast", True,
              under="&Movement"),
    ActionRow("toggle_lessons", "Show the l&essons", "&View", "panes.toggle_lessons", ("F9",), checkable=True,
              ruled=True),
    ActionRow("next_pane", "Next p&ane", "&View", "panes.focus_next", ("F6",)),
    ActionRow("previous_pane", "Pre&vious pane", "&View", "panes.focus_previous", ("Shift+F6",)),
    ActionRow("full_screen", "&Full screen", "&View", "toggle_full_screen", ("F11",), projected=True, ruled=True),
    ActionRow("leave", "Leave pro&jection or full screen", "&View", "leave", ("Esc",), projected=True),
    ActionRow("keys", "&Keys", "&Help", "show_keys", ("F1",), ("?",)),
    ActionRow("about", "&About Explainer", "&Help", "ways_out.show_about", ruled=True),
)  # fmt: skip
"""The table. Digits and then Return on the board go to that step; the board counts the digits itself."""


ONLY_PROJECTING = frozenset({
    "class_question", "figure", "black", "white", "freeze", "spotlight", "spotlight_larger", "spotlight_smaller",
    "timer", "timer_reset", "swap_screens", "presenter",
})  # fmt: skip
"""The rows that mean something only while a projection goes on."""
