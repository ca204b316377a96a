import os

import pytest

from mentordesk.domain.errors import FileError, ReplacedError
from mentordesk.store.identity import FileIdentity, check_unchanged


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "desk.mentordesk"
    path.write_bytes(b"one")
    return path


def test_an_untouched_file_passes(path):
    check_unchanged(path, FileIdentity.of(path))


def test_a_replaced_file_is_noticed_though_size_and_time_are_the_same(path):
    before = FileIdentity.of(path)
    other = path.with_name("other")
    other.write_bytes(b"two")
    os.utime(other, ns=(before.mtime_ns, before.mtime_ns))
    other.replace(path)
    with pytest.raises(ReplacedError, match="replaced"):
        check_unchanged(path, before)


def test_a_write_by_another_program_is_noticed(path):
    before = FileIdentity.of(path)
    path.write_bytes(b"longer")
    with pytest.raises(ReplacedError, match="changed"):
        check_unchanged(path, before)


def test_a_write_of_the_same_size_is_noticed_by_its_time(path):
    before = FileIdentity.of(path)
    path.write_bytes(b"two")
    os.utime(path, ns=(before.mtime_ns + 1000, before.mtime_ns + 1000))
    with pytest.raises(ReplacedError, match="changed"):
        check_unchanged(path, before)


def test_a_removed_file_is_noticed(path):
    before = FileIdentity.of(path)
    path.unlink()
    with pytest.raises(ReplacedError, match="not at its place"):
        check_unchanged(path, before)


def test_a_write_of_our_own_keeps_the_file_the_same(path):
    before = FileIdentity.of(path)
    path.write_bytes(b"longer")
    after = FileIdentity.of(path)
    assert after.same_file(before)
    check_unchanged(path, after)


def test_another_file_is_not_the_same(path):
    path.with_name("other").write_bytes(b"one")
    assert not FileIdentity.of(path).same_file(FileIdentity.of(path.with_name("other")))


def test_a_link_has_the_identity_of_its_file(path):
    link = path.with_name("link")
    link.symlink_to(path)
    assert FileIdentity.of(link) == FileIdentity.of(path)


def test_the_identity_of_nothing_is_refused_in_words(path):
    with pytest.raises(FileError, match="no file at this place"):
        FileIdentity.of(path.with_name("none"))
