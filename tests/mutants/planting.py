"""Loads one module changed, before any test imports it: `pytest -p tests.mutants.planting`, with MUTANT=file:index."""

import ast
import os
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType

from tests.mutants.changing import mutants

ROOT = Path(__file__).parents[2]


class Planted(SourceFileLoader):
    """Loads the source with its mutant."""

    index = 0

    def get_code(self, fullname: str) -> CodeType:
        tree = ast.parse(self.get_data(self.get_filename(fullname)))
        mutants(tree)[self.index].plant()
        return compile(tree, self.path, "exec")


class Finder(MetaPathFinder):
    """Finds one module."""

    def __init__(self, file: str, index: int) -> None:
        self.path = ROOT / file
        self.name = ".".join(Path(file).with_suffix("").parts).removesuffix(".__init__")
        self.index = index

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != self.name:
            return None
        loader = Planted(fullname, str(self.path))
        loader.index = self.index
        return spec_from_file_location(fullname, self.path, loader=loader)


if "MUTANT" in os.environ:
    given, _, number = os.environ["MUTANT"].rpartition(":")
    sys.meta_path.insert(0, Finder(given, int(number)))
