"""All that a text ascribes to somebody: sayings, thoughts, wishes, attitudes."""
