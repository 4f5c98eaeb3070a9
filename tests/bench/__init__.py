"""What the program takes, measured beside its peers: ``make bench``, never a part of the tests."""
