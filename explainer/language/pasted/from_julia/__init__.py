"""What is copied from Julia."""
