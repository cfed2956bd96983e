"""What the model gives, kept, so that nothing changes it unnoticed."""
