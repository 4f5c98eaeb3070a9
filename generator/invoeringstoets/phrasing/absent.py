"""What stands for what is not there."""

MISSING = "nog niet ingevuld"
"""What stands wherever the author has not filled in a value yet."""
