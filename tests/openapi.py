"""`python -m tests.openapi`: is what /openapi.json says valid OpenAPI 3.1, in the eyes of an independent validator?"""

import sys

import msgspec
from openapi_spec_validator import OpenAPIV31SpecValidator

from miniprogram_api.endpoints import OPERATIONS
from miniprogram_api.openapi import document


def complaints() -> list[str]:
    """What the validator finds wrong with the document as it goes over the wire."""
    told = msgspec.json.decode(msgspec.json.encode(document(OPERATIONS)))
    return [f"{error.json_path}: {error.message}" for error in OpenAPIV31SpecValidator(told).iter_errors()]


if __name__ == "__main__":
    found = complaints()
    sys.stdout.write("\n".join(found or [f"openapi: valid, {len(OPERATIONS)} operations"]) + "\n")
    sys.exit(1 if found else 0)
