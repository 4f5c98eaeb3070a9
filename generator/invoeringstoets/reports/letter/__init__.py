"""The parts of the letter to parliament."""
