"""Let ``python -m mentordesk`` do the same as ``mentordesk``."""

import sys

from mentordesk.main import main

if __name__ == "__main__":
    sys.exit(main())
