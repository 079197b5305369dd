"""A project in numbers: what its maps hold and how they stand, what that is worth, and how both are told."""
