"""The built web page: `/app/`."""
