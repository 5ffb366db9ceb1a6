"""One script per benchmark; each prints one JSON object."""
