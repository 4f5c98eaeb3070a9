"""The reports over all toetsen together."""
