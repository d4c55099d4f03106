"""A room is entered through its service, its events and its test factories, and nowhere else."""

from tests.architecture.source import SOURCE, acts, imports, modules, room_of

#: What another room may import; ``models`` and ``queries`` only where a model is declared (foreign keys). Twins of
#: outside services stand on ``channels.core.twins``, which the application itself does not load.
DOORS = ("service", "events", "tests.factories", "twins")
#: Rooms without a domain: everything in them is for everyone.
OPEN = ("core",)
#: Named exceptions, each with its reason.
ALLOWED = {
    # Abstract base classes are inherited where rows are declared.
    "lienthong.jobs.models.Claim",
    "lienthong.jobs.models.ClaimQuerySet",
    # The types that querysets and models need before the room's service can be loaded.
    "lienthong.organisations.acting.Actor",
}
DECLARING = ("models", "queries", "migrations")


def past_the_door(name, path):
    """What the module imports of another room that is not one of its doors."""
    mine = room_of(name)
    wrong = []
    for imported in imports(path):
        other = room_of(imported)
        if other is None or other == mine or other in OPEN or imported in ALLOWED or mine is None:
            continue
        inside = imported.removeprefix(f"lienthong.{other}.")
        declares = any(part in DECLARING for part in name.split(".")) and inside.split(".")[0] == "models"
        if not inside.startswith(DOORS) and not declares:
            wrong.append(imported)
    return wrong


def test_only_through_the_service():
    wrong = {name: found for name, path in modules(tests=True) if (found := past_the_door(name, path))}
    assert wrong == {}


def test_one_act_one_file():
    """Each file under ``actions/`` has one public function, called like the file."""
    import ast

    wrong = {}
    for path in acts():
        tree = ast.parse(path.read_text("utf-8"))
        public = [node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.name[0] != "_"]
        if public != [path.stem]:
            wrong[str(path.relative_to(SOURCE))] = public
    assert wrong == {}
