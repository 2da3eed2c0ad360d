"""Danish words as they are searched for: tokens, stems, compounds, questions and marks. No Django here."""
