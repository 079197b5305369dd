"""Does every id lead somewhere?"""
