"""The lists of Australia and of Canada, as each publishes its own."""
