"""When something took place, in time zones, and how long that was after another."""
