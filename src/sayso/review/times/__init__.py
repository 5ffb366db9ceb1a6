"""Known time and valid time: what held when, and what is new since."""
