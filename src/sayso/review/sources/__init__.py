"""Sources: what is cited and not held, and how many roots the documents held give."""
