"""A part of the rules, the same in plain Mesa, AgentPy, starsim and the compiled model.

Plain Mesa and AgentPy share ``objects``: what a modeller writes of the rules is the same plain Python in
both, so that what differs is how each makes, calls, draws and records. starsim's columns are in ``columns``.
"""
