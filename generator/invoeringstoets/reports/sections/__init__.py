"""The sections that reports share, one module for each subject."""
