"""A project as a static site: small facts of every journey, gathered in one pass, become pages that lead to each other.

`names` what pages are called · `facts` what they show · `gather` a journey becomes facts · `atlas` all of them, linked ·
`sparkline`, `board` pictures in numbers · `search` what can be found · `pages` the pages as files · `shelf`, `manifest`
where they are kept, and what need not be made again · `build` all of it.
"""
