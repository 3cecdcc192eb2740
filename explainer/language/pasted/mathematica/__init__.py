"""Mathematica: functions that begin with a capital and take their arguments in square brackets."""
