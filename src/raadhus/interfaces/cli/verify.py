"""`raadhus verify`: is the log unbroken, are the files whole, do the rows say what the log says?"""

import sys
from collections.abc import Iterator

import click

from raadhus.interfaces.cli.house import open_house, refuse_unless_set_up


@click.command
def verify() -> None:
    """Efterprøv loggen, hver gemt fil, hvert mødes oplysninger, hvert forseglet referat, hver udgave af et
    opfølgningsark, og hvad der var offentligt hvornår.

    Skriver en sætning for hver fejl og slutter med status 1, hvis der er nogen. Til sidst står loggens sidste
    kontrolsum: Skriv den ned et andet sted, så kan det også ses, om rækker er skåret af i enden.
    """
    open_house()
    refuse_unless_set_up()
    faults = 0
    for sentence in _faults():
        faults += 1
        click.echo(sentence, err=True)
    sys.exit(1 if faults else 0)


def _faults() -> Iterator[str]:
    from raadhus.domains.followup.queries.sheets import broken_editions
    from raadhus.domains.meetings.queries import broken_meetings, broken_versions
    from raadhus.domains.proceedings.queries import broken_frozen, broken_seals
    from raadhus.domains.publishing.queries import broken_register
    from raadhus.foundation.audit.queries import verify_chain
    from raadhus.foundation.files.queries import damaged_files

    chain = verify_chain()
    if chain.first_broken is not None:
        yield chain.sentence
    else:
        click.echo(f"{chain.sentence} Sidste kontrolsum: {chain.head}")
    for file in damaged_files():
        yield f"Filen {file.name} (nr. {file.pk}) mangler eller er beskadiget; hent den fra en sikkerhedskopi."
    yield from broken_versions()
    yield from broken_meetings()
    yield from broken_frozen()
    yield from broken_seals()
    yield from broken_editions()
    yield from broken_register()
