"""Lists of single states whose file is one table without references of its own."""
