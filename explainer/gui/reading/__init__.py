"""Reading a course: pages in the place of the board, the list of lessons, finding, and the way back.

Start reading in `middle.py`, which shows the board or a page; `page_view.py` lays out a page. To add a kind of piece to
pages: its data in `explainer.session.course.pages` and its widget in `page_parts.py`.
"""
