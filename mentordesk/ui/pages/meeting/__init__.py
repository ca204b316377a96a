"""One meeting: prepare it, hold it, record it; and the dialogs that plan and move meetings."""
