"""What each party may see, and why a number changed. Screens, cards' conditions and policies read the state here."""
