"""25,000 meetings to a calendar file."""

from benchmarks import pairs
from benchmarks.arithmetic import Row
from benchmarks.stores import Bench, open_desk
from mentordesk.domain.calendar import CalendarScope, CalendarWish
from mentordesk.domain.release import MYSELF
from mentordesk.exports.calendar import ics_chunks, to_ics
from mentordesk.services.desk import Desk

ROUNDS = 5
TARGET = 10
"""3 is aimed at."""
_SQL = "SELECT uid, sequence, start_utc, minutes, title, place FROM meeting ORDER BY start_utc"


def write_all(desk: Desk) -> int:
    """Write every meeting through the gate, piece by piece, and return how many bytes it was."""
    released = desk.calendar.preview(CalendarScope(), CalendarWish(), MYSELF)
    return sum(map(len, ics_chunks(released)))


def measure(bench: Bench) -> list[Row]:
    """Return the writer against a bare one, the whole way against a bare one, and the memory."""
    desk = open_desk(bench.heavy())
    released = desk.calendar.preview(CalendarScope(), CalendarWish(), MYSELF)
    rows = desk.store.raw.execute(_SQL).fetchall()
    found = [
        pairs.cpu_row(
            "25,000 meetings to .ics, writing: CPU",
            lambda: to_ics(released),
            lambda: _write(rows),
            rounds=ROUNDS,
            target=TARGET,
        ),
        pairs.cpu_row(
            "25,000 meetings to .ics, from the file on: CPU",
            lambda: write_all(desk),
            lambda: _write(desk.store.raw.execute(_SQL).fetchall()),
            rounds=ROUNDS,
            target=TARGET,
        ),
    ]
    path = str(bench.heavy("memory"))
    desk.close()
    memory = pairs.ask("calendar", path, home=bench.scratch)["memory"]
    figure = "25,000 meetings to .ics: memory"
    return [*found, Row(figure=figure, ours=float(memory) / 1024, target=50, unit="MB")]


def _write(rows: list[tuple[str, int, str, int, str, str]]) -> bytes:
    """Write as plainly as it can be written: times in UTC, text escaped, lines folded."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//floor//EN"]
    for uid, sequence, start, minutes, title, place in rows:
        moment = start.replace("-", "").replace(":", "")
        lines += [
            "BEGIN:VEVENT",
            f"UID:{uid}",
            f"SEQUENCE:{sequence}",
            f"DTSTAMP:{moment}",
            f"DTSTART:{moment}",
            f"DURATION:PT{minutes}M",
            _folded(f"SUMMARY:{_escaped(title)}"),
            _folded(f"LOCATION:{_escaped(place)}"),
            "STATUS:CONFIRMED",
            "END:VEVENT",
        ]
    return ("\r\n".join([*lines, "END:VCALENDAR"]) + "\r\n").encode()


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\\\").replace(";", "\\;")
    return text.replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    return "\r\n ".join(line[at : at + 70] for at in range(0, len(line), 70))
