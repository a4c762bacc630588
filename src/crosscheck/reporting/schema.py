"""An older name of `json_schema`, kept for the command until it asks the package for `schema` instead.

To import this module puts it in the place of the function `crosscheck.reporting.schema`: nothing else may use it.
"""

from crosscheck.reporting.json_schema import schema as schema
