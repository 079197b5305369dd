"""As it shall be."""
