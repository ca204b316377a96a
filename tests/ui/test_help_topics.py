"""The help: a topic for each place, links that lead somewhere."""

import re

import pytest

from mentordesk.ui.context import Place
from mentordesk.ui.help_reader import HelpReader
from mentordesk.ui.help_topics import TOPICS, help_text, help_title, linked_topic, topic_of


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_has_a_title_and_says_enough(topic):
    assert help_title(topic)
    assert len(help_text(topic)) > 300


@pytest.mark.parametrize("topic", TOPICS)
def test_every_link_of_the_help_leads_to_a_topic(topic):
    links = re.findall(r"\]\(([^)]*)\)", help_text(topic))
    assert links
    assert all(linked_topic(link) is not None for link in links)


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_is_linked_from_another(topic):
    others = " ".join(help_text(one) for one in TOPICS if one != topic)
    assert f"({topic}.md)" in others


@pytest.mark.parametrize(
    ("place", "topic"),
    [
        (Place("plan", view="list"), "plan"),
        (Place("plan", view="progress"), "progress"),
        (Place("relationship", view="timeline"), "timeline"),
        (Place("relationship", view="goals"), "relationship"),
        (Place("sent"), "sent"),
        (None, "today"),
    ],
)
def test_the_topic_fits_the_place(place, topic):
    assert topic_of(place) == topic


@pytest.mark.parametrize("address", ["https://example.org/a", "file:///etc/passwd", "../plan.md"])
def test_a_link_out_of_the_help_leads_nowhere(qtbot, address):
    reader = HelpReader()
    qtbot.addWidget(reader)
    wanted = []
    reader.topic_wanted.connect(wanted.append)
    reader.anchorClicked.emit(address)
    assert wanted == []


def test_the_reader_fetches_nothing(qtbot, tmp_path):
    reader = HelpReader()
    qtbot.addWidget(reader)
    assert reader.loadResource(2, "file:///etc/hostname") is None


def test_markup_that_is_no_markdown_is_shown_as_words(qtbot, monkeypatch):
    monkeypatch.setattr("mentordesk.ui.help_reader.help_text", lambda _: "# A\n\n<b>x</b>")
    reader = HelpReader()
    qtbot.addWidget(reader)
    reader.show_topic("today")
    assert "<b>x</b>" in reader.toPlainText()
