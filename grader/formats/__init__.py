"""The forms in which a sheet is handed out."""
