"""Keys that work everywhere: each does one thing."""

from collections import Counter


def test_no_two_commands_of_the_window_share_a_key(program):
    program.show_sample()
    commands = program.shell.actions_table.commands()
    used = Counter(key for command in commands if command.everywhere for key in command.keys)
    assert used
    assert [key for key, times in used.items() if times > 1] == []
