"""The municipality's own signature on sealed minutes, where a certificate is set up."""

from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from raadhus.domains.proceedings.changes.seal import Signer
from raadhus.pure.documents.sign import signer_from
from raadhus.pure.kernel.errors import Refused


def signs() -> bool:
    """Whether sealed minutes are signed here."""
    return bool(settings.SIGN_CERTIFICATE)


def house_signer() -> Signer | None:
    """Whoever signs, None where nobody does; `Refused` where the certificate cannot be used."""
    if not signs():
        return None
    try:
        certificate = Path(settings.SIGN_CERTIFICATE).read_bytes()
    except OSError as missing:
        raise Refused(
            _("Certifikatet kan ikke læses. Bed administratoren om at se efter RAADHUS_SIGN_CERTIFICATE.")
        ) from missing
    return signer_from(certificate, settings.SIGN_PASSWORD)
