"""What the KLE plan says of case numbers, and which subject an item may belong under. No Django here."""
