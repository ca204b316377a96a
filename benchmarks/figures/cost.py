"""What encryption costs: the heavy sample encrypted against the same one plain."""

import hashlib
from pathlib import Path
from unittest.mock import patch

from benchmarks.arithmetic import Row
from benchmarks.figures.scale import TYPED
from benchmarks.pairs import cpu_row
from benchmarks.stores import RAW_KEY, Bench, open_desk
from mentordesk.services.desk import Desk, key_from
from mentordesk.services.sample import build_sample
from mentordesk.store.key import Key

ROUNDS = 15


def measure(bench: Bench) -> list[Row]:
    """Return opening and searching, and how often a key is derived at unlocking.

    Saving stands with the other saves.
    """
    plain, encrypted = bench.heavy(), bench.encrypted()
    rows = [
        cpu_row(
            "open, encrypted against plain: CPU",
            lambda: open_desk(encrypted, RAW_KEY).close(),
            lambda: open_desk(plain).close(),
            rounds=ROUNDS,
            target=None,
        )
    ]
    locked, free = open_desk(encrypted, RAW_KEY), open_desk(plain)
    rows.append(
        cpu_row(
            "search, encrypted against plain: CPU",
            lambda: _search(locked),
            lambda: _search(free),
            rounds=ROUNDS,
            target=None,
        )
    )
    locked.close()
    free.close()
    return [*rows, _derivations(bench.scratch)]


def _search(desk: Desk) -> None:
    for text in TYPED:
        desk.search.find(text)


def _derivations(folder: Path) -> Row:
    """Count the derivations in Python; SQLCipher makes none, for it is given the raw key."""
    from benchmarks.stores import TODAY

    path, passphrase = folder / "locked.mentordesk", folder / "passphrase"
    passphrase.write_text("correct horse battery staple", encoding="utf-8")
    key = Key.derive_new("correct horse battery staple")
    build_sample(path, today=TODAY, key=key)
    with patch("hashlib.pbkdf2_hmac", wraps=hashlib.pbkdf2_hmac) as derived:
        open_desk(path, key_from(path, passphrase)).close()
    count = derived.call_count
    return Row(figure="key derivations at unlocking", ours=count, target=1, unit="times")
