"""What is shown, before any format: blocks, scenes, text measuring, layout."""
