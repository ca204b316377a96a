"""What the tests of the services share beside the desk, the clock and the counter of statements."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from mentordesk.store.key import Key


@pytest.fixture
def key(desk_key: "Key | None") -> "Key | None":
    """The key of the desk; ``pytest --encrypted`` gives every desk one."""
    return desk_key
