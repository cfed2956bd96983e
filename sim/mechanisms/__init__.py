"""The causal claims of the report, one file per family, one function per rule."""
