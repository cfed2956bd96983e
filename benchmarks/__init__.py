"""The same work in the compiled model and in plain Mesa: agreement checked, speed measured in one run."""
