"""Sound and picture for small rooms: a grant comes in, room events go out; nothing here knows whose room it is."""
