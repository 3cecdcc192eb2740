"""A document on paper: its blocks as lines, lines on pages, whoever writes the pages in the end.

Start reading at `lines` (what a line is made of), then `setting` (words as lines), `blocks` (how each block looks) and
`pages` (lines under each other). There are two writers: `handouts.pdf` makes a file, the window paints on a printer.
To add one: a `Writer`, and `Pages` that take the lines.
"""
