"""Comments, settings and baselines that silence findings: is each of them still needed, and does it say what it means?"""
