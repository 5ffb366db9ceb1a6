"""The brief in the making: what it is about, a person's outline of it, and what changed since."""
