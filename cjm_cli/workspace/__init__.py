"""Many files, linked: which belong to a project, what they hold, and who refers to whom."""
