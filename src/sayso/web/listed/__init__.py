"""What changed on a list, and what stands for and against one listed party."""
