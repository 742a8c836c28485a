"""The mutants of a module: one small change each to its syntax tree, in an order that is always the same."""

import ast
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass

# What each comparison is confused with at its boundary, and its opposite.
_COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_SUMS: dict[type[ast.operator], type[ast.operator]] = {ast.Add: ast.Sub, ast.Sub: ast.Add}
_TYPES = ("annotation", "returns", "decorator_list", "bases")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A node of a tree and what would stand in its place; `index` finds it in the tree of the same source again."""

    index: int
    parent: ast.AST
    name: str
    place: int | None
    old: ast.AST
    new: ast.AST

    @property
    def line(self) -> int:
        return getattr(self.old, "lineno", 0)

    @property
    def told(self) -> str:
        return f"{ast.unparse(self.old)}  →  {ast.unparse(self.new)}"

    def plant(self) -> None:
        """Put it into its tree."""
        if self.place is None:
            setattr(self.parent, self.name, self.new)
        else:
            getattr(self.parent, self.name)[self.place] = self.new


def mutants(tree: ast.Module) -> list[Mutant]:
    """All mutants of a module."""
    found: list[Mutant] = []
    for parent, name, place, node in _nodes(tree):
        for new in _changed(parent, name, node):
            planted = ast.fix_missing_locations(ast.copy_location(new, node))
            found.append(Mutant(len(found), parent, name, place, node, planted))
    return found


def _nodes(parent: ast.AST) -> Iterator[tuple[ast.AST, str, int | None, ast.AST]]:
    """Every node below, with where it stands, but for types, which nothing runs."""
    for name, value in ast.iter_fields(parent):
        if name in _TYPES or isinstance(parent, ast.Import | ast.ImportFrom):
            continue
        several = isinstance(value, list)
        for place, node in enumerate(value if several else [value]):
            if isinstance(node, ast.AST):
                yield parent, name, place if several else None, node
                yield from _nodes(node)


def _changed(parent: ast.AST, name: str, node: ast.AST) -> Iterator[ast.AST]:
    yield from _of_value(node)
    match node:
        case ast.Compare(ops=ops):
            for place, op in enumerate(ops):
                for other in _COMPARED[type(op)]:
                    yield _with(node, ops=[*ops[:place], other(), *ops[place + 1 :]])
        case ast.BoolOp(op=op):
            yield _with(node, op=ast.Or() if isinstance(op, ast.And) else ast.And())
        case ast.BinOp(op=op) if type(op) in _SUMS:
            yield _with(node, op=_SUMS[type(op)]())
    if isinstance(node, ast.expr) and (name == "test" or (name == "ifs" and isinstance(parent, ast.comprehension))):
        yield from (ast.Constant(True), ast.Constant(False))


def _of_value(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand
        case ast.Constant(value=bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(value=int() as value):
            yield from (ast.Constant(value + 1), ast.Constant(value - 1))
        case ast.Return(value=ast.expr() as said) if not isinstance(said, ast.Constant) or said.value is not None:
            yield ast.Return(ast.Constant(None))


def _with(node: ast.AST, **fields: object) -> ast.AST:
    changed = copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed
