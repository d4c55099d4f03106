"""Tables of a printed page, known by their ruled lines.

Lines that cross make a grid; a boundary that is not drawn joins two cells. The characters of the page are put into the
cell they stand in, so that a wrapped cell is one text again.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from vanban.sources.glyphs import NOWHERE, SPACE, Box, Glyph, Line, same_row

#: How far apart, in points, two ends may be to be the same.
_NEAR = 3.0
_MIN_LENGTH = 8.0
_MAX_LINES = 600

Rule = tuple[float, float, float]
"""Place across, start and end along: (y, x0, x1) of a horizontal line, (x, y0, y1) of a vertical one."""

_BAR = (SPACE, Glyph("|"), SPACE)

Place = tuple[int, int]
"""Row and column of a cell, from 0."""


@dataclass(slots=True, eq=False)
class Grid:
    """A table's lines: ``xs`` and ``ys`` in ascending order, and for each place the cell (its first place) it is in."""

    xs: list[float]
    ys: list[float]
    cell_of: dict[Place, Place]
    contents: dict[Place, list[Glyph]] = field(default_factory=dict)

    def find(self, box: Box) -> Place | None:
        """The cell in which the middle of ``box`` lies."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        if not (self.xs[0] < x < self.xs[-1] and self.ys[0] < y < self.ys[-1]):
            return None
        return self.cell_of[bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1]

    def meets(self, box: Box) -> bool:
        """True when ``box`` reaches into the table."""
        return box[2] > self.xs[0] and box[0] < self.xs[-1] and box[3] > self.ys[0] and box[1] < self.ys[-1]

    def rows(self) -> list[Line]:
        """One line a row with its cells; a cell over columns stands once, below a cell over rows stand empty ones."""
        columns = len(self.xs) - 1
        lines: list[Line] = []
        for row in range(len(self.ys) - 1):
            cells = []
            for column in range(columns):
                first = self.cell_of[row, column]
                if first[1] == column:
                    cells.append(Line(_joined(self.contents.get(first, [])) if first[0] == row else []))
            glyphs = [glyph for cell in cells for glyph in (*_BAR, *cell.glyphs)][len(_BAR) :]
            lines.append(Line(glyphs, cells, columns, begins=not lines))
        return lines


def find_grids(segments: list[Box]) -> list[Grid]:
    """The grids that straight lines make; each has at least two columns."""
    across = _merged([(s[1], min(s[0], s[2]), max(s[0], s[2])) for s in segments if abs(s[1] - s[3]) <= 1])
    down = _merged([(s[0], min(s[1], s[3]), max(s[1], s[3])) for s in segments if abs(s[0] - s[2]) <= 1])
    if not across or not down or len(across) + len(down) > _MAX_LINES:
        return []
    grids = []
    for rows, columns in _components(across, down):
        xs, ys = _places(columns), _places(rows)
        if len(xs) >= 3 and len(ys) >= 2:
            grids.append(Grid(xs, ys, _cells(xs, ys, rows, columns)))
    return grids


def _merged(rules: list[Rule]) -> list[Rule]:
    """Pieces of one line joined, short strokes left out."""
    joined: list[Rule] = []
    lanes: list[list[Rule]] = []
    for rule in sorted(rules):
        if lanes and rule[0] - lanes[-1][-1][0] <= 1.5:
            lanes[-1].append(rule)
        else:
            lanes.append([rule])
    for lane in lanes:
        middle = sum(rule[0] for rule in lane) / len(lane)
        pieces = sorted((rule[1], rule[2]) for rule in lane)
        start, end = pieces[0]
        for first, last in pieces[1:]:
            if first > end + _NEAR:
                joined.append((middle, start, end))
                start, end = first, last
            end = max(end, last)
        joined.append((middle, start, end))
    return [rule for rule in joined if rule[2] - rule[1] >= _MIN_LENGTH]


def _components(across: list[Rule], down: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Lines that hang together by crossing."""
    groups: list[tuple[list[Rule], list[Rule]]] = []
    free = set(range(len(down)))
    left = set(range(len(across)))
    while left:
        rows, columns = {left.pop()}, set[int]()
        queue = [(True, next(iter(rows)))]
        while queue:
            is_row, index = queue.pop()
            if is_row:
                met = {other for other in free if _cross(across[index], down[other])}
                free -= met
                columns |= met
                queue += [(False, other) for other in met]
            else:
                met = {other for other in left if _cross(across[other], down[index])}
                left -= met
                rows |= met
                queue += [(True, other) for other in met]
        groups.append(([across[i] for i in rows], [down[i] for i in columns]))
    return groups


def _cross(row: Rule, column: Rule) -> bool:
    return row[1] - _NEAR <= column[0] <= row[2] + _NEAR and column[1] - _NEAR <= row[0] <= column[2] + _NEAR


def _places(rules: list[Rule]) -> list[float]:
    places: list[float] = []
    for place in sorted(rule[0] for rule in rules):
        if not places or place - places[-1] > _NEAR:
            places.append(place)
    return places


def _cells(xs: list[float], ys: list[float], rows: list[Rule], columns: list[Rule]) -> dict[Place, Place]:
    cell_of: dict[Place, Place] = {}
    for row in range(len(ys) - 1):
        middle = (ys[row] + ys[row + 1]) / 2
        for column in range(len(xs) - 1):
            centre = (xs[column] + xs[column + 1]) / 2
            if column and not _drawn(columns, xs[column], middle):
                cell_of[row, column] = cell_of[row, column - 1]
            elif row and not _drawn(rows, ys[row], centre):
                cell_of[row, column] = cell_of[row - 1, column]
            else:
                cell_of[row, column] = (row, column)
    return cell_of


def _drawn(rules: list[Rule], place: float, along: float) -> bool:
    return any(abs(rule[0] - place) <= _NEAR and rule[1] <= along <= rule[2] for rule in rules)


def put_into_grids(lines: list[Line], grids: list[Grid]) -> list[Line]:
    """Lines with the rows of each table in place of the characters that stand in it."""
    result: list[Line | Grid] = []
    for line in lines:
        if not any(grid.meets(line.box) for grid in grids):
            result.append(line)
            continue
        outside: list[Glyph] = []
        current = outside
        met: list[Grid] = []
        for glyph in line.glyphs:
            if glyph.box is not NOWHERE and not glyph.char.isspace():
                grid, cell = next(((g, c) for g in grids if (c := g.find(glyph.box)) is not None), (None, None))
                current = outside
                if grid is not None and cell is not None:
                    current = grid.contents.setdefault(cell, [])
                    if grid not in met:
                        met.append(grid)
            # A blank without a place belongs to what stands before it.
            current.append(glyph)
        kept = Line(outside)
        if not met or kept.printed:
            result.append(kept)
        result += [grid for grid in met if grid not in result]
    return [line for item in result for line in (item.rows() if isinstance(item, Grid) else [item])]


def _joined(glyphs: list[Glyph]) -> list[Glyph]:
    """The characters of a cell with one blank between its lines and none at its ends."""
    joined: list[Glyph] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if glyph.char.isspace() or glyph.box is NOWHERE:
            if joined and joined[-1] is not SPACE:
                joined.append(SPACE)
            continue
        if last is not None and joined[-1] is not SPACE and not same_row(last.box, glyph.box):
            joined.append(SPACE)
        joined.append(glyph)
        last = glyph
    while joined and joined[-1] is SPACE:
        joined.pop()
    return joined
