"""Handouts for Word and PowerPoint, in the formats of ECMA-376 (Office Open XML).

`package` has what every such file is made of, `docx` and `pptx` write the blocks; formulas are Office Math in the one
and drawings in the other.
"""
