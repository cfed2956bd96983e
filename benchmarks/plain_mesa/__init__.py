"""The rules of ``benchmarks.subset`` as ordinary Mesa agents, as a good Mesa user would write them.

What a switched-off rule leaves behind is written out here too: urgency that stays as it was, pairs that begin
to work together at a low even rate, stories nobody hears.
"""
