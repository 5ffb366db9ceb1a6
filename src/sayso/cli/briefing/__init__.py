"""What a brief can be asked to be, and what is wrong with one."""
