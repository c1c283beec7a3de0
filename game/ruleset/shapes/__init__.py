"""The shapes of content files: what pydantic checks before anything becomes a plain dataclass."""
