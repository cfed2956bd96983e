"""The report as one HTML file that needs nothing else."""

from __future__ import annotations

import base64
import html
from collections.abc import Iterator, Sequence
from typing import Final

from analysis.figures.save import as_png
from analysis.load import Loaded
from analysis.report import facts
from analysis.report.cells import cell, texts
from analysis.report.parts import Part
from analysis.report.words import limits, said

STYLE: Final = """body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#111}
img{max-width:100%;height:auto}figure{margin:1.5rem 0}
figcaption,caption{color:#444;font-size:.9rem;text-align:left}
.wide{overflow-x:auto}code{overflow-wrap:anywhere;font-size:.85rem}h2{margin-top:2.5rem}h3{margin-top:2rem}
table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums}
td,th{padding:.15rem .6rem;text-align:right;border-bottom:1px solid #ddd}
td:first-child,th:first-child{text-align:left}
@media print{body{max-width:none;font-size:10pt}figure,table{break-inside:avoid}.wide{overflow:visible}}"""


def as_html(sweep: Loaded, parts: Sequence[Part], lang: str = "en") -> str:
    """The report in one language."""
    title = _safe(facts.question(sweep, lang))
    body = [f"<h1>{title}</h1>"]
    body += [f"<h2>{said('made', lang)}</h2>", *map(_paragraph, facts.how_made(sweep, lang))]
    body += [f"<h2>{said('settings', lang)}</h2>", _list(list(facts.settings(sweep, lang)))]
    body += [f"<h2>{said('answers', lang)}</h2>", *_answers(parts, lang)]
    body += [f"<h2>{said('assumptions', lang)}</h2>", _list(facts.assumptions(sweep, lang))]
    body += [f"<h2>{said('limits', lang)}</h2>", _list(limits(lang))]
    body += [f"<h2>{said('trace', lang)}</h2>", *map(_paragraph, facts.tracing(lang))]
    screen = '<meta name="viewport" content="width=device-width">'
    head = (
        f'<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8">{screen}'
        f"<title>{title}</title><style>{STYLE}</style></head>"
    )
    return f"{head}\n<body>{''.join(body)}</body></html>\n"


def _answers(parts: Sequence[Part], lang: str) -> Iterator[str]:
    figures = 0
    for number, part in enumerate(parts, start=1):
        yield f'<h3 id="t{number}">{_safe(part.title)}</h3>'
        if part.sentence:
            yield f"<p>{_safe(part.sentence)}</p>"
        for figure in part.figures:
            figures += 1
            caption = f"{said('figure', lang, n=figures)}, {said('from_table', lang, n=number)}."
            yield (
                f'<figure><img alt="{_safe(caption)} {_safe(part.title)}" '
                f'src="data:image/png;base64,{base64.b64encode(as_png(figure)).decode()}"><figcaption>{caption}</figcaption></figure>'
            )
        note = f" {_safe(part.note)}" if part.note else ""
        yield _table(texts(part.table, lang), f"{said('table', lang, n=number)}. {_safe(part.title)}.{note}")
        yield f"<p><code>{_safe(said('again', lang, text=part.trace))}</code></p>"
        if part.examples is not None:
            yield f"<p>{said('example', lang)}</p><ul>"
            for row in part.examples.itertuples():
                value = _safe(cell(row.value, lang))
                yield f"<li>{_safe(row.group)}: {value}, {row.run_id}: <code>{_safe(row.command)}</code></li>"
            yield "</ul>"


def _table(rows: list[list[str]], caption: str) -> str:
    head = "".join(f"<th>{_safe(one)}</th>" for one in rows[0])
    body = "".join(f"<tr>{''.join(f'<td>{_safe(one)}</td>' for one in row)}</tr>" for row in rows[1:])
    return (
        f'<div class="wide"><table><caption>{caption}</caption><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _paragraph(text: str) -> str:
    return f"<p>{_safe(text)}</p>"


def _list(items: Sequence[str]) -> str:
    return f"<ul>{''.join(f'<li>{_safe(one)}</li>' for one in items)}</ul>"


def _safe(text: object) -> str:
    return html.escape(str(text))
