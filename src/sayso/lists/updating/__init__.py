"""Lists brought up to date: where each authority publishes, what came of asking there."""
