"""Pages: nothing cut, nothing loaded, nothing told but what stands on them."""

import pytest
from PySide6.QtGui import QImage, QTextDocument

from mentordesk.ui.paged import Pages, Paper

FOOT = "Plan · Maya"


def pages(body: str, paper: Paper = Paper.A4) -> Pages:
    return Pages(f"<html><body>{body}</body></html>", paper, foot=FOOT)


def rows(count: int) -> str:
    cells = "".join(
        f"<tr><td>Row {n}<br>detail</td><td align='right'>day</td></tr>" for n in range(count)
    )
    return f"<table width='100%'>{cells}</table>"


def ink(image: QImage, top: float, bottom: float) -> bool:
    """Return whether anything dark stands in a band of a picture, given as parts of its height."""
    lines = range(round(top * image.height()), round(bottom * image.height()))
    columns = range(image.width())
    return any(image.pixelColor(x, y).lightness() < 150 for y in lines for x in columns)


@pytest.mark.parametrize("paper", sorted(Paper))
def test_a_page_has_the_size_of_its_paper(qapp, paper: Paper) -> None:
    size = pages("<p>Hello</p>", paper).picture(0, 100).size()
    assert (size.width(), size.height()) == {
        Paper.A4: (826, 1169),
        Paper.LETTER: (850, 1100),
    }[paper]


def test_no_row_is_cut_by_the_end_of_a_page(qapp) -> None:
    made = pages(rows(120))
    tops = {strip.top for strip in made._strips()}
    assert made.count > 2
    assert set(made._starts[1:-1]) <= tops


def test_no_page_is_fuller_than_its_paper(qapp) -> None:
    made = pages(rows(120) + "".join(f"<p>{'words and words ' * 400}</p>" for _ in range(3)))
    starts = made._starts[:-1]
    ends = made._starts[1:-1]
    assert all(end - start <= made._height + 1 for start, end in zip(starts, ends, strict=False))


def test_no_paragraph_leaves_one_line_alone(qapp) -> None:
    made = pages(f"<p>{'words and words ' * 900}</p>")
    strips = list(made._strips())
    places = [number for number, one in enumerate(strips) if one.top in made._starts[1:-1]]
    assert places
    assert all(2 <= place <= len(strips) - 2 for place in places)


def test_a_heading_stays_with_what_it_heads(qapp) -> None:
    for count in range(28, 44):
        made = pages(rows(count) + "<h2>Heading</h2><hr><p>Facts</p><p>Text</p>")
        strips = list(made._strips())
        for start in made._starts[1:-1]:
            before = [strip for strip in strips if strip.top < start]
            assert not before[-1].keeps


def test_a_long_note_goes_on_over_pages(qapp) -> None:
    made = pages(f"<p>{'0123456789 ' * 2000}</p>")
    assert made.count > 2
    assert ink(made.picture(made.count - 1, 40), 0.05, 0.3)


def test_an_empty_document_is_one_page(qapp) -> None:
    assert pages("").count == 1


def test_pictures_are_never_loaded(qapp, tmp_path) -> None:
    place = tmp_path / "secret.png"
    image = QImage(400, 4000, QImage.Format.Format_RGB32)
    image.fill(0)
    assert image.save(str(place))
    assert pages(f"<p>a</p><img src='{place.as_uri()}'>").count == 1
    told = pages(f"<img src='{place}'>")._document
    assert told.resource(QTextDocument.ResourceType.ImageResource.value, str(place)).width() == 1


def test_a_pdf_tells_its_title_and_nothing_else(qapp) -> None:
    written = b"".join(pages("<p>Sentinel</p>").pdf("Plan"))
    assert written.startswith(b"%PDF-")
    assert "Plan".encode("utf-16-be") in written
    assert not any(
        text.encode(code) in written
        for text in ("Sentinel", "Maya")
        for code in ("utf-8", "utf-16-be")
    )


def test_a_name_from_right_to_left_stands_on_its_page(qapp) -> None:
    made = pages("<h1 dir='auto'>עדי לוי</h1><p>أمينة</p>")
    assert "עדי לוי" in made.plain_text()
    assert ink(made.picture(0, 60), 0.05, 0.2)
