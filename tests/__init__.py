"""What holds the program to what it says."""
