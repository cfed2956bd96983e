"""Commands of the laboratory: run worlds, compare strategies, look things up."""
