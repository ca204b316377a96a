"""Version 2: a full-text index, filled when the file is opened, and an index for the board."""

from alembic.operations import Operations

STATEMENTS = (
    """CREATE TABLE search_entry (
    id INTEGER NOT NULL,
    kind VARCHAR(20) NOT NULL,
    item BLOB NOT NULL,
    CONSTRAINT pk_search_entry PRIMARY KEY (id)
)""",
    "CREATE INDEX ix_search_entry_item ON search_entry (item)",
    "CREATE VIRTUAL TABLE search_text USING fts5(title, body, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')",
    "INSERT INTO search_text(search_text, rank) VALUES('secure-delete', 1)",
    "CREATE INDEX ix_action_goal_changed ON action (goal_id, changed_at)",
)


def upgrade(operations: Operations) -> None:
    """Add the tables of the search, still empty, and an index over the actions of a goal."""
    for statement in STATEMENTS:
        operations.execute(statement)
