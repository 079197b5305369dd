"""What a map shows, one file a view: a journey of the workspace becomes a page. No markup here, and no measures."""
