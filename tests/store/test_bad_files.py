"""A file that is no sound MentorDesk file is refused in words, and not a byte of it changes."""

import os
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from mentordesk.domain.errors import FileError, KnownError, NewerFileError, WrongKeyError
from mentordesk.store.key import Key
from mentordesk.store.opening import connect
from mentordesk.store.store import Store


def test_the_control_a_sound_file_is_not_refused(small_file, key, open_fully):
    open_fully(small_file, key, read_only=False)
    open_fully(small_file, key, read_only=True)


# What is no database


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"x", "no MentorDesk file"),
        (b"Dear diary, this is text.\n" * 1000, "no MentorDesk file"),
        (b"\0" * 8192, "no MentorDesk file"),
        (b"%PDF-1.7\n" + b"obj " * 5000, "no MentorDesk file"),
        ("ü\u202e🙂".encode() * 3000, "no MentorDesk file"),
        (random.Random(1).randbytes(100), "no MentorDesk file"),
        (random.Random(2).randbytes(8192 + 7), "no MentorDesk file"),
        (b"SQLite format 3\0", "end of this file is missing"),
        (b"SQLite format 3\0" + b"\0" * 8176, "belongs to another program"),
        (b"SQLite format 3\0" + random.Random(3).randbytes(8176), "belongs to another program"),
    ],
    ids=lambda value: f"{value[:12]!r}" if isinstance(value, bytes) else None,
)
def test_content_that_is_no_desk(tmp_path, key, refusal, content, sentence):
    path = tmp_path / "bad.mentordesk"
    path.write_bytes(content)
    assert sentence in str(refusal(path, key))


def test_random_pages_look_encrypted(tmp_path, key, refusal):
    path = tmp_path / "bad.mentordesk"
    path.write_bytes(random.Random(4).randbytes(8192))
    error = refusal(path, key)
    assert isinstance(error, WrongKeyError)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_missing_file(tmp_path, key, read_only):
    with pytest.raises(FileError, match="no file at this place"):
        connect(tmp_path / "none.mentordesk", key, read_only=read_only, schema_version=1)
    assert list(tmp_path.iterdir()) == []


def test_a_folder(tmp_path, key):
    with pytest.raises(FileError, match="This is a folder"):
        connect(tmp_path, key, schema_version=1)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_does_not_make_the_program_wait(tmp_path, key):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileError, match="a pipe between programs"):
        connect(tmp_path / "pipe", key, schema_version=1)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices here")
def test_a_device_is_not_read(key, tmp_path):
    (tmp_path / "link").symlink_to("/dev/zero")
    with pytest.raises(FileError, match="This is a device"):
        connect(tmp_path / "link", key, schema_version=1)


@pytest.mark.parametrize("target", ["nowhere", "link"])
def test_a_link_to_nothing_or_to_itself(tmp_path, key, target):
    (tmp_path / "link").symlink_to(tmp_path / target)
    with pytest.raises(FileError, match="not there any more"):
        connect(tmp_path / "link", key, schema_version=1)


@pytest.mark.parametrize("name", ["zero\0byte", "x" * 300, "small.mentordesk/below"])
def test_a_name_that_can_be_no_file(small_file, key, name):
    with pytest.raises(FileError):
        connect(small_file.parent / name, key, schema_version=1)


def test_a_file_of_absurd_size_is_not_read(tmp_path, key):
    path = tmp_path / "huge.mentordesk"
    with path.open("wb") as file:
        file.truncate(2**40)
    with pytest.raises(FileError, match="larger than any"):
        connect(path, key, schema_version=1)


# Databases of others, and of other times


def test_a_database_of_another_program(tmp_path, key, refusal):
    path = tmp_path / "photos.mentordesk"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE photo (id)")
        connection.execute("PRAGMA application_id=7")
    assert "belongs to another program" in str(refusal(path, key))


def test_a_database_of_another_program_keeps_its_write_ahead_log(tmp_path, key, refusal):
    path = tmp_path / "photos.mentordesk"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE photo (id)")
        assert "belongs to another program" in str(refusal(path, key))


def test_an_encrypted_database_of_another_program(altered, key, refusal):
    path = altered("PRAGMA application_id=7")
    assert "belongs to another program" in str(refusal(path, key))


def test_a_newer_version(altered, key, refusal):
    error = refusal(altered("PRAGMA user_version=12"), key)
    assert isinstance(error, NewerFileError)
    assert "version 12" in str(error)
    assert "up to 1" in str(error)


@pytest.mark.parametrize("version", [0, -5])
def test_a_version_that_never_was(altered, key, refusal, version):
    assert "never finished" in str(refusal(altered(f"PRAGMA user_version={version}"), key))


# Keys


def test_a_wrong_key_or_a_key_too_many(small_file, key, refusal):
    error = refusal(small_file, Key(b"w" * 32))
    if key is None:
        assert "is not encrypted" in str(error)
        assert not isinstance(error, WrongKeyError)
    else:
        assert isinstance(error, WrongKeyError)
        assert "does not open this file" in str(error)


@pytest.mark.parametrize("key", [Key(bytes(range(32)))], ids=["encrypted"])
def test_a_missing_key(small_file, key, refusal):
    error = refusal(small_file, None)
    assert isinstance(error, WrongKeyError)
    assert str(error) == "This file is encrypted. Open it with its passphrase."


# Damage


@pytest.mark.parametrize(
    "kept", [1, 15, 16, 99, 100, 511, 4095, 4096, 4097, 8192, 12288, -4096, -1]
)
def test_a_file_that_was_cut_off(small_file, key, refusal, kept):
    content = small_file.read_bytes()
    small_file.write_bytes(content[:kept])
    told = str(refusal(small_file, key))
    assert "restore" in told


@pytest.mark.parametrize("first", range(0, 100, 10))
def test_a_flipped_bit_in_the_header_never_ends_in_a_traceback(small_file, key, open_fully, first):
    content = small_file.read_bytes()
    refused = 0
    for bit in range(first * 8, (first + 10) * 8):
        flipped = bytearray(content)
        flipped[bit // 8] ^= 1 << bit % 8
        small_file.write_bytes(flipped)
        for read_only in (True, False):
            try:
                open_fully(small_file, key, read_only=read_only)
            except KnownError:
                refused += 1
                assert small_file.read_bytes() == flipped
    assert refused == 160 or key is None
    assert refused > 0 or first not in {0, 10, 60}


def test_flipped_bits_anywhere_never_end_in_a_traceback(small_file, key, open_fully):
    content = small_file.read_bytes()
    dice = random.Random(5)
    for _ in range(100):
        flipped = bytearray(content)
        for _ in range(dice.choice((1, 1, 20))):
            flipped[dice.randrange(len(flipped))] ^= 1 << dice.randrange(8)
        small_file.write_bytes(flipped)
        try:
            open_fully(small_file, key, read_only=False)
        except KnownError:
            assert small_file.read_bytes() == flipped


def test_nothing_stays_beside_a_file_that_is_no_desk(tmp_path, key, clock):
    path = tmp_path / "bad.mentordesk"
    path.write_bytes(b"Dear diary, this is text.\n" * 1000)
    with pytest.raises(FileError):
        Store.open(path, clock, key=key)
    assert list(tmp_path.iterdir()) == [path]


def test_a_lock_that_stood_beside_a_file_before_stays(tmp_path, key, clock):
    path, lock = tmp_path / "bad.mentordesk", tmp_path / ".bad.mentordesk.lock"
    path.write_bytes(b"Dear diary, this is text.\n" * 1000)
    lock.touch()
    with pytest.raises(FileError):
        Store.open(path, clock, key=key)
    assert lock.exists()
