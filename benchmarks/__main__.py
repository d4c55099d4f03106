"""Run benchmarks: ``python -m benchmarks [NAME …] [--json]``. Without a name, all of them."""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import sys
from collections.abc import Iterator

import benchmarks
from benchmarks import Row


def modules() -> dict[str, str]:
    """Names as given on the command line ("read-text") and the modules that measure them."""
    return {
        info.name.replace("_", "-"): f"benchmarks.{info.name}"
        for info in pkgutil.iter_modules(benchmarks.__path__)
        if info.name not in ("__main__", "texts", "site")
    }


def rows(names: list[str]) -> Iterator[Row]:
    for name in names:
        yield from importlib.import_module(modules()[name]).measure()


def number(value: float | None) -> str:
    return "-" if value is None else f"{value:,.3g}" if abs(value) < 1000 else f"{value:,.0f}"


def main() -> int:
    parser = argparse.ArgumentParser(description="Run the benchmarks, one row a measure.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(modules())}; without one, all")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--smoke", action="store_true", help="only see that everything runs; the figures mean nothing")
    args = parser.parse_args()
    unknown = [name for name in args.names if name not in modules()]
    if unknown:
        parser.error(f"no benchmark called {', '.join(unknown)}; there are {', '.join(modules())}")
    if not args.json:
        print(f"{'name':36}{'value':>12}  {'unit':16}{'baseline':>12}{'ratio':>8}")
    for row in rows(args.names or list(modules())):
        if args.json:
            fields = {
                "name": row.name,
                "value": row.value,
                "unit": row.unit,
                "baseline": row.baseline,
                "ratio": row.ratio,
            }
            print(json.dumps(fields), flush=True)
        else:
            line = (
                f"{row.name:36}{number(row.value):>12}  {row.unit:16}{number(row.baseline):>12}{number(row.ratio):>8}"
            )
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
