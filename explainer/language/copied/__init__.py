"""What a formula brings along from where it was copied: marks of Markdown and of lists, labels of exercises, sentences.

`marks` blanks out what never belongs to a formula; `alone` finds the formula in a sentence that is not understood.
"""
