"""Commands that watch: what is new, and whose names are watched."""
