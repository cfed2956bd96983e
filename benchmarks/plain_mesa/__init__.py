"""The rules of ``benchmarks.subset`` as ordinary Mesa agents, as a careful Mesa user would write them.

A rule is a method that bears its name. Where it takes several methods, or an attribute bears that name,
their text names the rule.
Stocks that several rules move in a week collect their changes and take them when the week closes.
"""
