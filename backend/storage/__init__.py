"""Objects: photos, evidence, signatures, sealed PDFs; each encrypted on its own. A port and two places to keep them."""
