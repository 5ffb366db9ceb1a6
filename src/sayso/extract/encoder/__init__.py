"""The encoder `sayso-en`: a second reader that objects to claims, doubts them, and names."""
