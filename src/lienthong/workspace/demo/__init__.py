"""The demonstration: a made-up commune, its people, its documents, and what a year of work leaves behind."""
