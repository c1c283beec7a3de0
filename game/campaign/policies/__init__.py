"""Policies: what a cadre decides, from what the cadre knows, so that a campaign runs without a person."""

from game.campaign.policies.builtin import BUILT_IN
from game.campaign.policies.player import Policy, play, play_out, policy_named

__all__ = ["BUILT_IN", "Policy", "play", "play_out", "policy_named"]
