"""Opening a file that has a passphrase."""
