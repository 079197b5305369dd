"""Two journeys of one project beside each other, described once for every format: tables, remarks and a curve."""
