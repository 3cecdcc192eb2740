"""What is kept between starts: files of derivations, settings, history, progress, the log, work after a crash.

Start reading in `document.py` (a file of a derivation) and `settings.py`. To add a setting: a row in `preferences.py`.
"""
