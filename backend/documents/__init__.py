"""Paper: the agreed text as bytes, the PDF that shows it, the seal that fixes it. Knows no feature."""
