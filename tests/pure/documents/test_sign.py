"""A paper with a digital signature, made with a certificate of the test's own."""

import datetime
import io

import pytest

from raadhus.pure.documents.sign import signer_from
from raadhus.pure.documents.tree import Document
from raadhus.pure.documents.write.pdf import render
from raadhus.pure.kernel.errors import Refused

pytest.importorskip("pyhanko", reason="pip install raadhus[sign]")
PASSWORD = "hemmelig"


def certificate(password: str = PASSWORD) -> bytes:
    """A self-signed certificate with its key, as a PKCS #12 file."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import rsa
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12

    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Albertslund Kommune (prøve)")])
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime.datetime(2020, 1, 1))
        .not_valid_after(datetime.datetime(2099, 1, 1))
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    return pkcs12.serialize_key_and_certificates(
        b"raadhus", key, made, None, BestAvailableEncryption(password.encode())
    )


def paper() -> bytes:
    return render(Document("REFERAT Chefforum d. 20-01-2022", datetime.date(2022, 1, 20)))


def status_of(signed: bytes):
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    (found,) = PdfFileReader(io.BytesIO(signed)).embedded_signatures
    return validate_pdf_signature(found, ValidationContext(trust_roots=[found.signer_cert], allow_fetching=False))


def test_the_signed_paper_begins_with_the_paper_and_is_valid_and_whole():
    before = paper()
    signed = signer_from(certificate(), PASSWORD)(before)
    assert signed.startswith(before)
    status = status_of(signed)
    assert (status.valid, status.intact, status.trusted) == (True, True, True)


def test_a_byte_changed_in_the_signed_paper_shows():
    signed = bytearray(signer_from(certificate(), PASSWORD)(paper()))
    at = signed.index(b"Chefforum") if b"Chefforum" in signed else 200
    signed[at] ^= 1
    assert not status_of(bytes(signed)).intact


@pytest.mark.parametrize(("data", "password"), [(b"ingenting", PASSWORD), (None, "forkert")])
def test_a_certificate_that_cannot_be_opened_says_so(data, password):
    with pytest.raises(Refused, match="Kontrollér filen og adgangskoden"):
        signer_from(certificate() if data is None else data, password)
