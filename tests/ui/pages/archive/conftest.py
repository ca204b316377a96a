import pytest


@pytest.fixture
def desk(empty_desk):
    """A desk on which nothing is kept but its owner."""
    return empty_desk
