"""Handouts for TeX: `latex` writes an article and slides, `drawn` what is drawn in them by the package pgf."""
