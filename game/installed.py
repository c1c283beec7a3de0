"""Where the shipped content and assets are: beside the code in a checkout, inside the package once installed."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as metadata_version
from pathlib import Path


def program() -> Path:
    """The folder of the program: the checkout, or the installed package."""
    package = Path(__file__).resolve().parent
    return package.parent if (package.parent / "content" / "pack.yaml").is_file() else package


def _shipped(name: str) -> Path:
    beside = program() / name
    return beside if beside.is_dir() else Path(__file__).resolve().parent / "_data" / name


def content() -> Path:
    """The folder of the shipped pack."""
    return _shipped("content")


def assets() -> Path:
    """The folder of fonts, pictures, sounds and the map."""
    return _shipped("assets")


def version() -> str:
    """The program's version."""
    try:
        return metadata_version("two-ledgers")
    except PackageNotFoundError:
        return "0.1.0 (not installed)"
