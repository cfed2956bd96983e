"""The eight phases of a week: who meets whom, which rules apply, and which stocks their terms move."""
