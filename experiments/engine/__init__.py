"""Engines: who does the runs, behind one interface (``concurrent.futures.Executor``)."""
