"""An example of each effect, as a template shows it: a moderate one of each kind."""

from __future__ import annotations

from typing import Final

EFFECTS: Final = {
    "standing": "{{with: province, by: 0.03}}",
    "suspicion": "{{at: bureau, by: 0.05}}",
    "trust": "{{by: -0.02, in: [{county}]}}",
    "fear": "{{by: 0.02, in: [{county}]}}",
    "secretary": "{{of: {county}, regard: -0.05}}",
    "dossier": '{{entry: "Passed the figure on as it was.", tone: neutral, tags: [honesty]}}',
    "set": "{{setting: exit_allowed, value: true}}",
    "reserve": "{{jin: -50000}}",
    "relief": "{{jin: 50000, in: [{county}]}}",
    "loans": "{{yuan: 5000000, in: [{county}]}}",
    "animals": "{{lost_share: 0.01, in: [{county}]}}",
    "teams_join": "{{share: 0.02, in: [{county}]}}",
    "coop_exit": "{{share: 0.05, in: [{county}]}}",
    "found": "{{cooperatives: 1, in: [{county}]}}",
    "sowing": "{{disturbed: 0.02, in: [{county}]}}",
    "bend": "{{indicator: yield, by: 0.03, in: [{county}]}}",
    "look": "{{in: [{county}], at: [yield], teams: 2}}",
    "heard": "{{line_of: bureau}}",
    "targets": "{{indicator: yield, by: 0.05}}",
    "team_turns": "{{next_season: -2}}",
    "flag": "a-flag-of-yours",
    "clear": "a-flag-of-yours",
    "follow_up": "{{card: {card}, after: 1}}",
}
"""By the key of the effect; ``{county}`` and ``{card}`` become ids of the packs at hand."""
