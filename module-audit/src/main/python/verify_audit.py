#!/usr/bin/env python3
"""Checks the hash chain of an exported audit log, or of a part of one with its manifest, without a server.

Needs Python 3.8 or newer and nothing else. What is checked and why: docs/audit-log.md, from which this was written.
Reads any size with constant memory.

Exit codes: 0 verified, 1 a finding, 2 wrong usage or a file that cannot be read.
"""

import argparse
import base64
import csv
import hashlib
import json
import re
import sys

HEADER = (
    "sequence,occurred_at,user_id,ip_address,action,resource_type,resource_id,outcome,request_id,details,hash"
)
COLUMNS = HEADER.split(",")
LONGEST_RECORD = 16 * 1024 * 1024
GENESIS = "00" * 32

HASH = re.compile("[0-9A-Fa-f]{64}")
UUID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
SEQUENCE = re.compile("[1-9][0-9]{0,18}")
LOWER_HASH = re.compile("[0-9a-f]{64}")
NEEDS_GUARD = re.compile("[^A-Za-z0-9:{]")
NEEDS_QUOTES = re.compile('[,"\r\n]')


class Finding(Exception):
    """The first thing in the file that the server did not write."""


class Manifest:
    """What the server says about a part of a log. Raises ValueError when the text is none."""

    def __init__(self, text):
        stated = members(text)
        self.account = textual(stated, "account")
        if not UUID.fullmatch(self.account):
            raise ValueError("account")
        self.first, self.last, self.entries = (whole(stated, name) for name in ("first", "last", "entries"))
        self.previous_hash, self.last_hash = textual(stated, "previousHash"), textual(stated, "lastHash")
        self.first_hash = textual(stated, "firstHash") if stated.get("firstHash") is not None else None
        self.checkpoint = Checkpoint(stated["checkpoint"]) if stated.get("checkpoint") is not None else None

    def is_proven(self):
        """Whether its checkpoint, if it has one, holds an entry of this part as the account's head."""
        proof = self.checkpoint
        return proof is None or (self.first <= proof.sequence <= self.last and proof.proves(self.account))

    def is_consistent(self):
        """Whether it can be true of any log."""
        hashes = [self.previous_hash, self.last_hash]
        if self.entries == 0:
            ended = self.first_hash is None and self.last_hash == self.previous_hash
        else:
            ended = self.first_hash is not None and (self.entries > 1 or self.first_hash == self.last_hash)
            hashes.append(self.first_hash or "")
        return (
            self.first >= 1
            and self.entries >= 0
            and self.entries == self.last - self.first + 1
            and (self.first > 1 or self.previous_hash == GENESIS)
            and ended
            and all(LOWER_HASH.fullmatch(text) for text in hashes)
        )


def members(text):
    try:
        stated = json.loads(text, parse_constant=no_json)
    except RecursionError:
        raise ValueError("too deep") from None
    if not isinstance(stated, dict):
        raise ValueError("no object")
    return stated


def no_json(constant):
    """Python reads NaN and Infinity, which JSON has not."""
    raise ValueError(constant)


def textual(stated, name):
    if not isinstance(stated.get(name), str):
        raise ValueError(name)
    return stated[name]


def whole(stated, name, bits=64):
    if type(stated.get(name)) is not int or not -(2 ** (bits - 1)) <= stated[name] < 2 ** (bits - 1):
        raise ValueError(name)
    return stated[name]


class Checkpoint:
    """A signed checkpoint that has an entry of the part as the account's head. Raises ValueError when it is none."""

    FORM = re.compile(
        "klinity audit checkpoint\nnumber ([1-9][0-9]{0,17})\ntaken ([0-9T:.-]{26}Z)\nprevious [0-9a-f]{64}\n"
        "heads ([1-9][0-9]{0,8})\ncovers (?:all|changed)\nroot ([0-9a-f]{64})\n"
    )

    def __init__(self, stated):
        if not isinstance(stated, dict) or not isinstance(stated.get("proof"), list):
            raise ValueError("checkpoint")
        self.text, self.signature = textual(stated, "signedText"), textual(stated, "signature")
        self.key, self.hash = raw_key(textual(stated, "publicKey")), textual(stated, "hash")
        self.sequence = whole(stated, "sequence")
        self.position, self.heads = (whole(stated, name, bits=32) for name in ("position", "heads"))
        self.proof = stated["proof"]
        if not all(isinstance(text, str) for text in self.proof):
            raise ValueError("proof")
        form = self.FORM.fullmatch(self.text)
        self.number, self.taken, self.signed_heads, self.root = form.groups() if form else ("", "", "", "")

    def proves(self, account):
        """Whether the head is in the tree whose root is signed (RFC 9162 section 2.1.3.2)."""
        hashes = [self.hash, *self.proof]
        if not all(LOWER_HASH.fullmatch(text) for text in hashes):
            return False
        if not 0 <= self.position < self.heads or str(self.heads) != self.signed_heads:
            return False
        first, second = self.position, self.heads - 1
        node = hashlib.sha256(b"\0" + f"{account} {self.sequence} {self.hash}".encode()).digest()
        for step in map(bytes.fromhex, self.proof):
            if second == 0:
                return False
            if first & 1 or first == second:
                node = hashlib.sha256(b"\1" + step + node).digest()
                while not first & 1 and first:
                    first, second = first >> 1, second >> 1
            else:
                node = hashlib.sha256(b"\1" + node + step).digest()
            first, second = first >> 1, second >> 1
        return second == 0 and node.hex() == self.root

    def is_signed_by(self, key):
        """Whether that key signed, as in a signed note: 4 bytes name the key, 64 are the signature."""
        name = hashlib.sha256(b"klinity\n\x01" + key).digest()[:4]
        try:
            start, signature = self.signature[:10], canonical_base64(self.signature[10:])
        except ValueError:
            return False
        return start == "\u2014 klinity " and signature[:4] == name and ed25519(key, signature[4:], self.text.encode())


P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def point(encoded):
    """The point of Ed25519 that 32 bytes stand for (RFC 8032 section 5.1.3), or None."""
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


def add(a, b):
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = f - e, h - g, h + g, f + e
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(factor, at):
    total = (0, 1, 1, 0)
    while factor:
        total = add(total, at) if factor & 1 else total
        at, factor = add(at, at), factor >> 1
    return total


def ed25519(key, signature, text):
    """Whether the signature is right (RFC 8032 section 5.1.7). Not for secrets: it takes its time as it comes."""
    if len(key) != 32 or len(signature) != 64:
        return False
    a, r, s = point(key), point(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= Q:
        return False
    digest = int.from_bytes(hashlib.sha512(signature[:32] + key + text).digest(), "little") % Q
    base = point(bytes.fromhex("5866666666666666666666666666666666666666666666666666666666666666"))
    left, right = times(s, base), add(r, times(digest, a))
    return all((left[i] * right[2] - right[i] * left[2]) % P == 0 for i in (0, 1))


def canonical_base64(text):
    """The bytes that this text alone stands for (RFC 4648 section 3.5). Raises ValueError when it is another."""
    decoded = base64.b64decode(text, validate=True)
    if base64.b64encode(decoded) != text.encode():
        raise ValueError("base64")
    return decoded


KEY_BEGINNING = bytes.fromhex("302a300506032b6570032100")


def raw_key(encoded):
    """The 32 bytes of a key from its SubjectPublicKeyInfo in base64 (RFC 8410). Raises ValueError when it is none."""
    der = canonical_base64(encoded)
    if len(der) != 44 or not der.startswith(KEY_BEGINNING):
        raise ValueError("key")
    return der[12:]


class Chain:
    """How far the log is good: `entries` of them from `first` on, the last with the hash `head`."""

    def __init__(self, manifest):
        self.manifest = manifest
        self.entries = 0
        self.first = manifest.first if manifest else 1
        self.head = manifest.previous_hash if manifest else GENESIS
        self.account = manifest.account if manifest else ""

    def next(self):
        return self.first + self.entries

    def extend(self, fields, stated_hash):
        if not self.manifest and self.entries == 0:
            self.begin(fields)
        if self.manifest and self.entries == self.manifest.entries:
            raise Finding(f"entry with sequence {fields[0]} comes after the manifest's last")
        digest = hashlib.sha256(bytes.fromhex(self.head) + canonical([self.account, *fields])).hexdigest()
        if fields[0] != str(self.next()) or stated_hash != digest:
            raise Finding(f"entry with sequence {fields[0]}")
        self.entries += 1
        self.head = digest
        if self.manifest and self.entries == 1 and digest != self.manifest.first_hash:
            raise Finding("the manifest has another hash for its first entry")
        proof = self.manifest.checkpoint if self.manifest else None
        if proof and fields[0] == str(proof.sequence) and digest != proof.hash:
            raise Finding(f"the manifest's checkpoint has another hash for entry {fields[0]}")

    def begin(self, fields):
        if fields[0] != "1":
            raise Finding(f"the first entry has sequence {fields[0]}: a part of a log is checked with its manifest")
        user, resource = fields[2], fields[6]
        self.account = user if UUID.fullmatch(user) else resource

    def end(self):
        if not self.manifest:
            return
        if self.entries < self.manifest.entries:
            raise Finding(f"entry with sequence {self.next()} is missing")
        if self.head != self.manifest.last_hash:
            raise Finding("the manifest has another hash for its last entry")


def canonical(fields):
    encoded = [field.encode() for field in fields]
    return b"".join(b"%d:%b," % (len(field), field) for field in encoded)


def records(file):
    """Record by record as bytes. A line break between quotes does not end one."""
    record, quotes = bytearray(), 0
    while len(record) < LONGEST_RECORD:
        piece = file.readline(LONGEST_RECORD - len(record))
        record += piece
        quotes += piece.count(b'"')
        if not piece or (piece.endswith(b"\n") and quotes % 2 == 0):
            if not record:
                return
            yield bytes(record)
            record, quotes = bytearray(), 0
    yield bytes(record)


def parse(record):
    """The cells' fields, or None when the server would not have written these bytes."""
    try:
        rows = list(csv.reader([record.decode()], strict=True))
    except (UnicodeDecodeError, csv.Error):
        return None
    fields = [cell[1:] if cell.startswith("'") else cell for cell in rows[0]] if len(rows) == 1 else []
    if len(fields) != len(COLUMNS) or not SEQUENCE.fullmatch(fields[0]):
        return None
    again = ",".join(map(cell_of, fields)) + "\r\n"
    return fields if again.encode() == record else None


def cell_of(field):
    guarded = "'" + field if NEEDS_GUARD.match(field) else field
    return '"' + guarded.replace('"', '""') + '"' if NEEDS_QUOTES.search(guarded) else guarded


def verify(file, chain, head):
    """Raises a Finding, or leaves the whole log, or part, in the chain. A head of None takes any end."""
    source = records(file)
    if next(source, None) != (HEADER + "\r\n").encode():
        raise Finding("line 1 is not the header of an audit export")
    head_at = 0 if head == chain.head else None
    for record in source:
        fields = parse(record)
        if fields is None:
            raise Finding(f"entry {chain.next()} is not in the form of an export")
        chain.extend(fields[:-1], fields[-1])
        if chain.head == head:
            head_at = chain.entries
    chain.end()
    if head is not None and head_at is None:
        raise Finding(f"entry with sequence {chain.next()} is missing")
    if head is not None and head_at != chain.entries:
        raise Finding(f"entry with sequence {chain.first + head_at} comes after the head")


def findings(file, given, chain, trusted):
    """The first thing that is not what the server wrote, or None."""
    try:
        verify(file, chain, given.head)
        if chain.manifest and chain.manifest.checkpoint:
            witnessed(chain.manifest.checkpoint, trusted)
    except Finding as finding:
        return finding
    return None


def manifest_of(path):
    if path is None:
        return None
    with open(path, encoding="utf-8") as file:
        return Manifest(file.read())


def head_of(text):
    if not HASH.fullmatch(text):
        raise argparse.ArgumentTypeError("not 64 hexadecimal digits")
    return text.lower()


def arguments():
    parser = argparse.ArgumentParser(description="Checks the hash chain of an exported audit log, without a server.")
    parser.add_argument("file", metavar="FILE.csv", help="an export of /v1/audit/events.csv")
    parser.add_argument(
        "--head", metavar="HASH", type=head_of, help="what the chain must end with, from /v1/audit/integrity"
    )
    parser.add_argument(
        "--manifest", metavar="FILE.json", help="what the file must be, from /v1/audit/events.manifest; for a part"
    )
    parser.add_argument(
        "--key", metavar="FILE.pem", help="the public keys of checkpoints, where the one in the manifest is not enough"
    )
    given = parser.parse_args()
    if given.key and not given.manifest:
        parser.error("--key needs a --manifest with a checkpoint")
    return given


def keys_of(path):
    """The keys in a PEM file. Raises ValueError when there is none."""
    with open(path, encoding="utf-8") as file:
        blocks = re.findall("-----BEGIN PUBLIC KEY-----([^-]*)-----END PUBLIC KEY-----", file.read())
    return [raw_key(re.sub("[ \t\r\n]", "", block)) for block in blocks or [""]]


def witnessed(proof, trusted):
    """Tells by which checkpoint, or raises a Finding."""
    if not any(map(proof.is_signed_by, trusted or [proof.key])):
        raise Finding("the manifest's checkpoint is not signed with that key")
    print(f"witnessed entry {proof.sequence}, by checkpoint {proof.number} of {proof.taken}")
    own = base64.b64encode(KEY_BEGINNING + proof.key).decode()
    print(f"key       {'yours' if trusted else 'the manifest' + chr(39) + 's; compare it: ' + own}")


def main():
    given = arguments()
    csv.field_size_limit(LONGEST_RECORD)
    try:
        manifest = manifest_of(given.manifest)
        trusted = keys_of(given.key) if given.key else None
        if trusted and not manifest.checkpoint:
            raise ValueError("checkpoint")
        with open(given.file, "rb") as file:
            if manifest and not manifest.is_consistent():
                return tell(0, GENESIS, "the manifest contradicts itself")
            if manifest and not manifest.is_proven():
                return tell(0, GENESIS, "the manifest's checkpoint proves nothing of this part")
            chain = Chain(manifest)
            broken = findings(file, given, chain, trusted)
    except OSError as e:
        print(f"verify_audit: cannot read {e.filename} ({e.strerror})", file=sys.stderr)
        return 2
    except ValueError:
        print(f"verify_audit: {given.manifest} is no manifest, or {given.key} no key for it", file=sys.stderr)
        return 2
    return tell(chain.entries, chain.head, broken)


def tell(entries, head, broken):
    print(f"entries   {entries}")
    print(f"head      {head}")
    print(f"verified  {'NO' if broken else 'yes'}")
    if broken:
        print(f"broken    {broken}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
