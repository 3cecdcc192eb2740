"""The language of the window: which ones there are, loading one, and telling every window when it changes.

For English nothing is loaded, for any other language its own file and Qt's words for its buttons. To add a language:
one file `resources/translations/explainer_xx.ts`, compiled by `python -m tests.translations`; nothing else.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator, Signal

from explainer.gui.look.texts import put_again
from explainer.phrases import speak
from explainer.session.kept.languages import ENGLISH, SYSTEM, language_file, languages

CONTEXT = "explainer"
"""What Qt calls the group of texts that are translated; there is one for the whole program."""


class Language(QObject):
    """The language that is spoken. `changed` comes after every text that stays on a widget has been said anew."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.code = ENGLISH
        self._translators: list[QTranslator] = []
        self._loaded: dict[str, list[QTranslator]] = {}

    @property
    def locale(self) -> QLocale:
        """How dates are written in this language."""
        system = QLocale.system()
        return system if system.name().partition("_")[0] == self.code else QLocale(self.code)

    def choose(self, choice: str) -> None:
        """Speak a language by its code, or that of the system; English where there is no file of it."""
        code = system_language() if choice == SYSTEM else choice
        if code == self.code or (code != ENGLISH and code not in languages()):
            return
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        # Those of a language are kept for the next time: to delete objects of QtCore that Python has made ended the
        # process now and then, and a language is soon spoken again.
        self._translators, self.code = self._loaded.get(code, []), code
        for translator in self._translators:
            QCoreApplication.installTranslator(translator)
        if code != ENGLISH and code not in self._loaded:
            from PySide6.QtCore import QLibraryInfo

            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            for file in (f"{folder}/qtbase_{code}.qm", str(language_file(code))):
                self._load(file)
            self._loaded[code] = self._translators
        speak(None if code == ENGLISH else _look_up)
        put_again()
        self.changed.emit()

    def _load(self, file: str) -> None:
        translator = QTranslator(self)
        if translator.load(file):
            QCoreApplication.installTranslator(translator)
            self._translators.append(translator)


def _look_up(text: str, number: int) -> str:
    return QCoreApplication.translate(CONTEXT, text, None, number)


def system_language() -> str:
    """The first language of the system that the program speaks."""
    for name in QLocale.system().uiLanguages():
        code = name.replace("_", "-").partition("-")[0]
        if code == ENGLISH or code in languages():
            return code
    return ENGLISH


_language: Language | None = None


def language() -> Language:
    """The one language of the program."""
    global _language
    if _language is None:
        _language = Language()
    return _language
