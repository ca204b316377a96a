"""The tests of the services share a desk, a clock and a counter of statements with all tests."""
