import traceback

import pytest
from sqlcipher3 import dbapi2

from mentordesk.domain.errors import FileError, WrongKeyError
from mentordesk.store.key import Key, read_salt
from mentordesk.store.opening import connect, connect_new

PASSPHRASE = "Café am Ring, 1999"


@pytest.fixture(scope="module")
def derived(tmp_path_factory):
    """A file that MentorDesk made with the key of a passphrase, and that key."""
    path = tmp_path_factory.mktemp("derived") / "desk.mentordesk"
    key = Key.derive_new(PASSPHRASE)
    connection = connect_new(path, key)
    connection.execute("PRAGMA user_version=1")
    connection.close()
    return path, key


def test_a_file_that_sqlcipher_made_opens_with_the_derived_key(tmp_path):
    path = tmp_path / "made.mentordesk"
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.set_key(PASSPHRASE)
    connection.execute(f"PRAGMA application_id={0x4D44534B}")
    connection.execute("PRAGMA user_version=1")
    connection.close()
    key = Key.derive(PASSPHRASE, read_salt(path))
    opened = connect(path, key, schema_version=1)
    assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    opened.close()


def test_a_file_made_with_the_derived_key_opens_with_the_passphrase_in_sqlcipher(derived):
    path, _ = derived
    connection = dbapi2.connect(str(path))
    connection.set_key(PASSPHRASE)
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    connection.close()


def test_the_salt_of_a_new_file_is_the_one_of_its_key(derived):
    path, key = derived
    assert read_salt(path) == key.salt


def test_the_raw_key_alone_opens_the_file(derived):
    path, key = derived
    connect(path, Key(key.raw), schema_version=1).close()


def test_accents_typed_in_two_ways_are_one_passphrase(derived):
    path, key = derived
    assert Key.derive("Cafe\u0301 am Ring, 1999", read_salt(path)) == key


def test_half_a_character_is_a_passphrase_too():
    assert len(Key.derive("lone \ud800", bytes(16)).raw) == 32


def test_random_keys_differ_and_have_no_salt():
    assert Key.random() != Key.random()
    assert Key.random().salt is None


def test_a_key_shows_nothing():
    key = Key(b"k" * 32, b"s" * 16)
    assert repr(key) == str(key) == f"{key}" == "<Key>"
    assert repr({"key": key}) == "{'key': <Key>}"


@pytest.mark.parametrize("raw", [b"", b"k" * 31, b"k" * 33])
def test_a_key_has_32_bytes(raw):
    with pytest.raises(ValueError, match="32 bytes"):
        Key(raw)


def test_a_salt_has_16_bytes():
    with pytest.raises(ValueError, match="16 bytes"):
        Key(b"k" * 32, b"s")


def test_a_plain_file_has_no_salt(tmp_path):
    connection = connect_new(tmp_path / "plain.mentordesk", None)
    connection.close()
    with pytest.raises(FileError, match="not encrypted"):
        read_salt(tmp_path / "plain.mentordesk")


def test_the_salt_of_a_missing_file_is_refused_in_words(tmp_path):
    with pytest.raises(FileError, match="no file at this place"):
        read_salt(tmp_path / "none.mentordesk")


def test_a_wrong_key_leaves_no_trace_of_it(derived, capfd):
    path, right = derived
    wrong = Key.derive("not this one", read_salt(path))
    with pytest.raises(WrongKeyError) as caught:
        connect(path, wrong, schema_version=1)
    assert "".join(capfd.readouterr()) == ""  # SQLCipher itself would write to the terminal
    told = "".join(traceback.format_exception(caught.value))
    for secret in (wrong.raw.hex(), right.raw.hex(), repr(wrong.raw), "not this one", PASSPHRASE):
        assert secret not in told
