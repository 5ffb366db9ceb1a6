"""The only chooser of parts."""
