"""Practice: the learner derives, the window answers; `explainer.practice` judges, and this only shows.

Start reading in `practising` (what the window holds), then `desk` (one exercise) and `today_page` (what is due, and how
strong each skill is); both lie in the window of `practice_window`.
"""
