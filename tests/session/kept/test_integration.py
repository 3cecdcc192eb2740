"""The program's place on the system: what is put there, twice, and taken away again."""

from __future__ import annotations

import configparser
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from explainer.assets import APPLICATION_ID, resource
from explainer.cli.integrating import ELSEWHERE, integration
from explainer.errors import ExplainerError
from explainer.session.kept import integration as places
from explainer.session.kept.document import SUFFIX

pytestmark = pytest.mark.skipif(not places.supported(), reason="these places are those of freedesktop.org")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data of a user who has an application of their own."""
    folder = tmp_path / "a folder/share"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    monkeypatch.setenv("PATH", "")
    (folder / "applications").mkdir(parents=True)
    (folder / "applications" / "other.desktop").write_text("[Desktop Entry]\n", encoding="utf-8")
    return folder


def entry(home: Path) -> configparser.SectionProxy:
    parser = configparser.RawConfigParser(strict=True, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(home / "applications" / f"{APPLICATION_ID}.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def test_it_is_put_in_place_once_and_said(home: Path) -> None:
    answer = integration(remove=False)
    assert answer.status == 0
    put = sorted(path for path in home.rglob("*") if path.is_file() and path.name != "other.desktop")
    assert len(put) == 5
    assert all(f"written    {file}" in answer.text for file in put)
    again = integration(remove=False)
    assert all(f"unchanged  {file}" in again.text for file in put)
    gone = integration(remove=True)
    assert all(f"removed    {file}" in gone.text for file in put)
    assert [path.relative_to(home).as_posix() for path in sorted(home.rglob("*"))] == [
        "applications",
        "applications/other.desktop",
    ]
    assert "not there" in integration(remove=True).text


def test_the_entry_starts_this_very_installation(home: Path) -> None:
    places.integrate(home)
    line = entry(home)["Exec"]
    assert line.endswith(" %u")
    assert line[:-3] == " ".join(map(places.quoted, places.command()))
    assert Path(places.command()[0]).exists() or places.command()[0] == "env"


@pytest.mark.parametrize(
    ("argument", "written"),
    [
        ("/opt/bin/explainer", "/opt/bin/explainer"),
        ("/a b/x", '"/a b/x"'),
        ("100%", "100%%"),
        ("cash$", '"cash\\\\$"'),
        ('say "x"', '"say \\\\"x\\\\""'),
        ("back\\slash", '"back\\\\\\\\slash"'),
    ],
)
def test_arguments_are_quoted_as_the_specification_says(argument: str, written: str) -> None:
    assert places.quoted(argument) == written


def test_entry_metainfo_type_and_icons_name_each_other(home: Path) -> None:
    places.integrate(home)
    desktop = entry(home)
    assert desktop["Icon"] == APPLICATION_ID
    assert (home / "icons/hicolor/scalable/apps" / f"{desktop['Icon']}.svg").is_file()
    for key in ("Name", "GenericName", "Comment", "Keywords", "Categories"):
        assert desktop[key].strip()
        assert key == "Categories" or desktop[f"{key}[de]"].strip()
    *types, scheme = (name for name in desktop["MimeType"].split(";") if name)
    assert scheme == "x-scheme-handler/explainer"
    mime = ET.parse(home / "mime/packages" / f"{APPLICATION_ID}.xml").getroot()
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    kinds = mime.findall("m:mime-type", space)
    assert [kind.attrib["type"] for kind in kinds] == types
    assert types[0] == places.MEDIA_TYPE
    for kind, suffix in zip(kinds, (SUFFIX, ".deck"), strict=True):
        (glob,) = kind.findall("m:glob", space)
        assert glob.attrib["pattern"] == f"*{suffix}"
        (icon,) = kind.findall("m:icon", space)
        assert (home / "icons/hicolor/scalable/mimetypes" / f"{icon.attrib['name']}.svg").is_file()
    info = ET.parse(home / "metainfo" / f"{APPLICATION_ID}.metainfo.xml").getroot()
    assert info.findtext("id") == APPLICATION_ID
    assert info.findtext("launchable") == f"{APPLICATION_ID}.desktop"
    assert info.findtext("provides/mediatype") == types[0]
    assert info.findtext("metadata_license")
    assert {each.text for each in info.findall("categories/category")} == set(
        desktop["Categories"].strip(";").split(";")
    )


@pytest.mark.parametrize("name", ["application", "derivation"])
def test_the_icons_are_square_drawings_that_stand_for_themselves(name: str) -> None:
    text = resource("icons", f"{name}.svg").read_text("utf-8")
    root = ET.fromstring(text)
    assert root.attrib["viewBox"] == "0 0 128 128"
    assert not re.search(r"href=|<text|<image", text), "an icon needs no fonts and no other files"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", ["application", "derivation"])
@pytest.mark.parametrize("size", [16, 24, 32, 48, 256])
def test_an_icon_has_shape_at_every_size(name: str, size: int) -> None:
    from PySide6.QtGui import QIcon

    image = QIcon(str(resource("icons", f"{name}.svg"))).pixmap(size, size).toImage()
    assert image.width() == size
    assert image.pixelColor(0, 0).alpha() < 40
    lightness = [image.pixelColor(x, y).lightness() for x in range(size) for y in range(size)]
    assert max(lightness) - min(lightness) > 140


def test_a_place_that_cannot_be_written_is_said(home: Path) -> None:
    (home / "metainfo").write_text("a file in the place of a folder", encoding="utf-8")
    with pytest.raises(ExplainerError, match="cannot be written"):
        places.integrate(home)


def test_a_relative_data_home_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "here")
    assert places.data_home() == Path.home() / ".local" / "share"


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_elsewhere_it_says_that_nothing_is_done(system: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", system)
    answer = integration(remove=False)
    assert answer.status == 1
    assert ELSEWHERE[system] in answer.text
    assert len(list(home.rglob("*"))) == 2


@pytest.mark.usefixtures("qapp")
def test_the_window_says_which_entry_it_belongs_to() -> None:
    import subprocess

    program = (
        "from explainer.gui.main import create_application; from PySide6.QtGui import QGuiApplication\n"
        "create_application(); print(QGuiApplication.desktopFileName())"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == APPLICATION_ID
