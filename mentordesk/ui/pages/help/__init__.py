"""Help for each page, read from the files that come with the program."""
