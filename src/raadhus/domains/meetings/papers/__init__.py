"""Meetings as paper: `of_structure` needs no database, `of_meeting` writes a stored meeting for its reader."""
