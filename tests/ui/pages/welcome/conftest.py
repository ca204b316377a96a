"""A desk of one's own, with nobody in it yet."""

import pytest


@pytest.fixture
def clock(still_clock):
    return still_clock


@pytest.fixture
def desk(empty_desk):
    return empty_desk
