"""Commands that hand on and take in: export, import, backup, restore."""
