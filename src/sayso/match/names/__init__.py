"""Listed names in memory-mapped arrays: found by a question's words, compared word by word."""
