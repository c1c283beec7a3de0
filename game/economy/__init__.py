"""The economic core: villages as arrays, a season as a visible list of stages. Units in docs/model.md."""
