"""Review of what was read: proposals, doubts, marks in the text, and what a person made of them."""
