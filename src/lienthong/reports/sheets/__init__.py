"""Forms from above: taken as they are, their cells pointed to what they ask for, and filled every period."""
