"""Tools for those who write content: check, schemas, the reference."""
