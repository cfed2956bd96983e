"""Presets as data: districts, strategies and levers in YAML."""
