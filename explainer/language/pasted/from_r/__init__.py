"""R → the input language: %*%, t(), crossprod(), <- and functions."""
