"""Long runs over strange input; see ``check.py``."""
