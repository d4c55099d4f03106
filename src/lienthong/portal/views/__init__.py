"""Pages of the drafting room: thin, over the acts."""
