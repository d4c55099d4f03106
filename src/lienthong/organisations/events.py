"""What is recorded about bodies, groups, positions and users."""
