"""What every other room stands on: seasons, exact arithmetic, chance, problems with a place, refusals."""
