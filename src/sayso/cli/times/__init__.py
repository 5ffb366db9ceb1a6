"""Commands and options about time: known time, valid time, watching."""
