"""States over HTTP: what is asked, what is answered, and its shapes."""
