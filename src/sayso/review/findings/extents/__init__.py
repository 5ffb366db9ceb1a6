"""What lies within what: matters, stretches of time, figures."""
