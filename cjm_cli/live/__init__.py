"""The site of a project while it is written: `studio` keeps it up to date in memory, `page` puts findings and the reload
into its pages, `app` answers a browser, `server` runs it.
"""
