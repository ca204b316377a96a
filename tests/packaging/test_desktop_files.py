"""The files that make an installable program agree with the program and with each other."""

import configparser
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from mentordesk import __version__
from mentordesk.store.file_check import APPLICATION_ID
from mentordesk.store.opening import SUFFIX

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"
APPLICATION = "org.mentordesk.MentorDesk"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture(scope="module")
def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(LINUX / f"{APPLICATION}.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


@pytest.fixture(scope="module")
def mime() -> ET.Element:
    return ET.parse(LINUX / f"{APPLICATION}.mime.xml").getroot()


@pytest.fixture(scope="module")
def metainfo() -> ET.Element:
    return ET.parse(LINUX / f"{APPLICATION}.metainfo.xml").getroot()


def test_desktop_entry_opens_a_file_of_our_type(
    entry: configparser.SectionProxy, mime: ET.Element
) -> None:
    assert entry["Exec"] == "mentordesk %f"
    assert entry["MimeType"] == mime.find(f"{MIME}mime-type").get("type") + ";"


def test_window_belongs_to_its_desktop_entry() -> None:
    said = (ROOT / "mentordesk" / "app" / "start.py").read_text(encoding="utf-8")
    assert f'setDesktopFileName("{APPLICATION}")' in said


def test_file_type_is_known_by_suffix_and_application_id(mime: ET.Element) -> None:
    assert mime.find(f".//{MIME}glob").get("pattern") == f"*{SUFFIX}"
    inner = mime.find(f".//{MIME}match/{MIME}match")
    assert int(inner.get("value"), 16) == APPLICATION_ID
    assert inner.get("offset") == "68"


def test_metainfo_names_the_desktop_entry_and_this_version(metainfo: ET.Element) -> None:
    assert metainfo.findtext("launchable") == f"{APPLICATION}.desktop"
    assert metainfo.find("releases/release").get("version") == __version__


def test_metainfo_provides_our_file_type(metainfo: ET.Element, mime: ET.Element) -> None:
    assert metainfo.findtext("provides/mediatype") == mime.find(f"{MIME}mime-type").get("type")


def test_man_page_names_every_command() -> None:
    from mentordesk import main

    page = (LINUX / "mentordesk.1").read_text(encoding="utf-8")
    listed = set(re.findall(r"^\.It Cm (\w+)$", page, re.MULTILINE))
    commands = main._WITHOUT_DRAWING | main._DRAWING
    assert listed == {command for command in commands if not command.startswith("-")}
