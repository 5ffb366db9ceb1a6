"""What documents tell of states: kinds of records, read from tables and checked."""
