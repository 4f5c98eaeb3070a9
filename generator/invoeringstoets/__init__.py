"""From a toets in YAML to a checked file, a Kamerbrief, a report, and a site."""

__version__ = "0.1.0"
