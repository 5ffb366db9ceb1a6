"""The pages of a PDF as they look, and where on them words stand."""
