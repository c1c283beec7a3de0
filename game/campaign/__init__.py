"""A campaign from its first season to its debriefing: decisions, closing, replay, saves, policies, measures."""
