"""The course without a window: pages, what has been read, lessons run from problem to problem, comparing, finding.

Start reading in `pages.py` and `shelf.py`. To add a kind of page: its address in `address.py` and its maker in
`shelf.py`.
"""
