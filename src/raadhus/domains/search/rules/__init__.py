"""Danish words as they are searched for: entries, questions and marks. No Django here."""
