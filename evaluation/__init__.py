"""Measuring crosscheck on public evaluation sets. Nothing here is part of the library."""
