"""Themes, and the folder of resources that they are in."""

from __future__ import annotations

import re

import pytest

from explainer.assets import resource, resource_names, resources
from explainer.errors import ExplainerError
from explainer.typeset import contrast, find_theme, theme_names
from explainer.typeset.theme import ROLES


def test_the_themes_are_the_files_of_the_folder_and_paper_comes_first():
    assert theme_names() == ("paper", "blackboard", "high-contrast")
    assert set(theme_names()) == {path.stem for path in resource("themes").iterdir()}


@pytest.mark.parametrize("name", theme_names())
def test_formulas_have_a_contrast_of_seven_and_text_of_four_and_a_half(name):
    theme = find_theme(name)
    for role in ROLES:
        assert re.fullmatch("#[0-9a-f]{6}", theme.colour(role))
    for role in ("ink", "changed-before", "changed-after", "accent"):
        assert contrast(theme.colour(role), theme.background) >= 7, role
    assert contrast(theme.muted, theme.background) >= 4.5
    assert (contrast(theme.background, "#ffffff") > contrast(theme.background, "#000000")) == theme.dark


def test_contrast_is_that_of_the_guidelines():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


def test_an_unknown_theme_is_refused_with_the_names_there_are():
    with pytest.raises(ExplainerError, match="papr") as caught:
        find_theme("papr")
    assert "blackboard" in caught.value.hint
    assert "Did you mean paper?" in caught.value.hint
    for name in ("../themes/paper", "", "paper.toml"):
        with pytest.raises(ExplainerError):
            find_theme(name)


def test_an_unknown_role_is_refused():
    with pytest.raises(ExplainerError, match="shadow"):
        find_theme("paper").colour("shadow")


def test_resources_are_found_and_listed():
    assert (resources() / "themes" / "paper.toml").is_file()
    assert resource_names("themes", ".toml") == ("blackboard", "high-contrast", "paper")
