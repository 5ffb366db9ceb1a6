"""What is said: triggers, frames and list expansion."""
