"""The site that the workspace benchmark serves: the real one, and one empty page to compare with."""
