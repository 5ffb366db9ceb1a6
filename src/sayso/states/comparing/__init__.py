"""In what a national entry differs from the UN's."""
