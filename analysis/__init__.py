"""What is done with finished runs: figures, sensitivity, patterns. Nothing here runs the model by itself."""
