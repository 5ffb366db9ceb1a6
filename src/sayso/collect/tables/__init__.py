"""Tables of names: CSV, JSONL and Parquet, row by row, whatever their encoding."""
