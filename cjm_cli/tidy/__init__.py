"""The canonical form of a file, by rewriting its text piece by piece: nothing is written that was not there."""
