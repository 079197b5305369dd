"""Is it a journey at all?"""
