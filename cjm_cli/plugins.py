"""A folder as a list of choices: a module's file name, in kebab-case, is its public name, and nothing else registers it."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


def names(package: ModuleType) -> list[str]:
    """The public names in a folder, without importing any of them."""
    return sorted(public(info.name) for info in iter_modules(package.__path__) if not info.name.startswith("_"))


def load(package: ModuleType, name: str) -> ModuleType:
    """The module behind a public name. Raises KeyError when there is none."""
    if name not in names(package):
        raise KeyError(name)
    return import_module(f"{package.__name__}.{name.replace('-', '_')}")


def load_all(package: ModuleType) -> Iterator[tuple[str, ModuleType]]:
    """Every choice in the folder with its module, by name."""
    for name in names(package):
        yield name, import_module(f"{package.__name__}.{name.replace('-', '_')}")


def public(module_name: str) -> str:
    """The public name of a module: `flat_curve` is `flat-curve`."""
    return module_name.rpartition(".")[2].replace("_", "-")
