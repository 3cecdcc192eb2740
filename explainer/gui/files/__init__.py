"""What goes in and out of the window as files: opening, saving, recovery, exports and paper.

Start reading in `files.py`. To add a format of files to hand out: nothing here, a row in `explainer.handouts.registry`;
the dialog `export_dialog.py` follows.
"""
