"""The screens of organisations: everyone in a position reads, an administrator changes."""
