"""A PDF → the same PDF with a digital signature (PAdES, baseline B-B), where pyHanko and a certificate are at hand.

The signature is appended: every byte of the paper stands as it was. Without a time stamp authority the time in it is
the signing machine's own.
"""

import io
from collections.abc import Callable
from typing import Any

from raadhus.pure.kernel.errors import Refused

FIELD = "Raadhus"


def signer_from(certificate: bytes, password: str) -> Callable[[bytes], bytes]:
    """Whoever the certificate names, as a function from a PDF to the signed PDF.

    `certificate` is a PKCS #12 file's bytes with key and chain. `Refused` where it cannot be opened with `password`,
    or where pyHanko is not installed (`pip install raadhus[sign]`).
    """
    try:
        from pyhanko.sign.signers import SimpleSigner
    except ImportError as missing:
        raise Refused(
            "Digital underskrift kræver pyHanko; installér det med »pip install raadhus[sign]«, "
            "eller forsegl uden underskrift."
        ) from missing
    try:
        signer = SimpleSigner.load_pkcs12_data(certificate, other_certs=[], passphrase=password.encode() or None)
    except ValueError as wrong:
        raise Refused("Certifikatet kan ikke åbnes. Kontrollér filen og adgangskoden.") from wrong
    if signer is None:
        raise Refused("Certifikatet kan ikke åbnes. Kontrollér filen og adgangskoden.")
    return lambda pdf: _signed(pdf, signer)


def _signed(pdf: bytes, signer: Any) -> bytes:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields, signers

    facts = signers.PdfSignatureMetadata(
        field_name=FIELD, md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES
    )
    out = io.BytesIO()
    signers.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)), facts, signer=signer, output=out)
    return out.getvalue()
