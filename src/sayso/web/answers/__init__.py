"""How answers are given: lists page by page and as tables, and to whom."""
