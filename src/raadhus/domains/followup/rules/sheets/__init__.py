"""Follow-up sheets: what their columns mean, how an Excel file becomes rows, and how two versions differ."""
