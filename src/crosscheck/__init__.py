"""crosscheck: what several reports of one event agree on, contradict each other in, and say alone."""

__version__ = "0.1.0"
