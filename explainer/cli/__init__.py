"""The command line: the same derivations as in the window, as text for a terminal or another program.

Start reading in `app`, which declares the commands; each returns an Answer, and `main` alone writes to the streams.
To add a command: one function in `app`. To add an output format of `derive`: one module in `explainer.export`.
"""
