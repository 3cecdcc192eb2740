"""What is remembered of a learner: the answers in one local file, the plan that follows from them, and the report.

Start reading in `record.py` (the file), then `plan.py` (what is due), `sitting.py` (problems one after the other) and
`report.py` (how it went).
"""
