"""Sound: voices, loudness, MP3. Samples are mono float32 between -1 and 1 with their rate in Hz."""
