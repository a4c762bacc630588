"""An older name of `json_schema`, for the command; `crosscheck.reporting.schema()` is the public function."""

from crosscheck.reporting.json_schema import schema as schema
