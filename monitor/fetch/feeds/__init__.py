"""A feed's bytes to entries: RSS, Atom, JSON Feed; which of them are new; where feeds are found."""
