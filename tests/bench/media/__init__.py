"""Media servers under the same rooms of light participants."""
