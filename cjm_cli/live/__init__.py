"""The site of a project while it is written: `studio` keeps it up to date in memory, with the results that `kept` remembers;
`notes` says where on it findings belong, and `page` puts them and the reload into its pages; `app` answers a browser, `server`
runs it.
"""
