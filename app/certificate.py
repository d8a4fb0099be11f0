"""A certificate of this machine's own, made once and kept in DATA_DIR: for pages that only secure sites may show.

Nobody vouches for it, so every browser warns first; its fingerprint is printed, to be compared with what they show.
"""

from __future__ import annotations

import os
import socket
import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any, NamedTuple

from .errors import SettingError

FOLDER = "tls"  # in DATA_DIR
LIFE = timedelta(days=397)  # the longest that browsers believe of any
PRIVATE = 0o600  # who may read the key
MISSING = "it needs the package cryptography: pip install -r requirements-tls.txt"


class Certificate(NamedTuple):
    """Where a certificate and its key lie, and its SHA-256 as browsers show it."""

    path: Path
    key: Path
    fingerprint: str

    def context(self) -> ssl.SSLContext:
        """Return what a server's sockets are wrapped with."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        context.load_cert_chain(self.path, self.key)
        return context


def own_certificate(data_dir: Path, addresses: list[str]) -> Certificate:
    """Return this machine's certificate: the kept one while it is good and names all addresses, else a new one.

    Raise SettingError where the package is missing that makes one.
    """
    try:
        from cryptography import x509
    except ImportError as error:
        raise SettingError(name="--tls", value="", reason=MISSING) from error
    folder = data_dir / FOLDER
    path, key = folder / "certificate.pem", folder / "key.pem"
    names = ["localhost", socket.gethostname().lower(), f"{socket.gethostname().lower()}.local"]
    wanted = {*names, "127.0.0.1", *addresses}
    if not (path.is_file() and key.is_file() and _is_good(x509.load_pem_x509_certificate(path.read_bytes()), wanted)):
        folder.mkdir(parents=True, exist_ok=True)
        _make(path, key, wanted)
    return Certificate(path, key, _fingerprint(x509.load_pem_x509_certificate(path.read_bytes())))


def _is_good(certificate: Any, wanted: set[str]) -> bool:
    from cryptography.x509 import DNSName, IPAddress, SubjectAlternativeName

    names = certificate.extensions.get_extension_for_class(SubjectAlternativeName).value
    named = {*names.get_values_for_type(DNSName), *map(str, names.get_values_for_type(IPAddress))}
    return certificate.not_valid_after_utc > datetime.now(UTC) and wanted <= named


def _make(path: Path, key_path: Path, wanted: set[str]) -> None:
    """Write a new key, which only this user may read, and a certificate that it signs itself."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Eight by Eight")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))  # a phone's clock may be behind
        .not_valid_after(now + LIFE)
        .add_extension(x509.SubjectAlternativeName([_alternative(one) for one in sorted(wanted)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(key, hashes.SHA256())
    )
    kinds = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    with os.fdopen(os.open(key_path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE), "wb") as file:
        file.write(key.private_bytes(*kinds))
    path.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))


def _alternative(name: str) -> Any:
    from cryptography import x509

    try:
        return x509.IPAddress(ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def _fingerprint(certificate: Any) -> str:
    from cryptography.hazmat.primitives.hashes import SHA256

    return str(certificate.fingerprint(SHA256()).hex(":").upper())
