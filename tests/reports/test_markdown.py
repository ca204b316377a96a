"""Notes as HTML: no HTML of their own, no pictures, few links."""

import pytest

from mentordesk.reports.markdown import escaped, note_html


@pytest.mark.parametrize("link", ["https://example.org", "mailto:a@example.org"])
def test_links_to_the_web_and_to_mail_are_links(link: str) -> None:
    assert f'href="{link}"' in note_html(f"[here]({link})")


@pytest.mark.parametrize(
    "link", ["file:///etc/passwd", "http://example.org", "javascript:alert(1)", "//x"]
)
def test_other_links_stay_text(link: str) -> None:
    assert "href" not in note_html(f"[here]({link})")


@pytest.mark.parametrize(
    "text", ["<b>x</b>", "<img src=x>", "a <script>1</script>", "<!-- x -->", "<a href='x'>y</a>"]
)
def test_html_stays_text(text: str) -> None:
    assert text not in note_html(text)
    assert "&lt;" in note_html(text)


def test_a_picture_is_not_shown() -> None:
    assert "<img" not in note_html("![alt](https://example.org/x.png)")


def test_a_table_is_a_table() -> None:
    assert "<td>1</td>" in note_html("|a|b|\n|-|-|\n|1|2|")


def test_a_line_is_escaped() -> None:
    assert escaped("a_b\n*c*") == r"a\_b \*c\*"
