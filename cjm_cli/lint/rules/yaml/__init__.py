"""Is it YAML at all?"""
