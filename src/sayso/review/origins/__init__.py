"""Where claims come from: their independent roots, and on how many occasions these spoke."""
