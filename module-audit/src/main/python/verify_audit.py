#!/usr/bin/env python3
"""Checks the hash chain of an exported audit log, or of a part of one with its manifest, without a server.

Needs Python 3.8 or newer and nothing else. What is checked and why: docs/audit-log.md, from which this was written.
Reads any size with constant memory.

Exit codes: 0 verified, 1 a finding, 2 wrong usage or a file that cannot be read.
"""

import argparse
import csv
import hashlib
import json
import re
import sys
import uuid

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
        stated = json.loads(text)
        if not isinstance(stated, dict):
            raise ValueError("no object")
        self.account = str(uuid.UUID(textual(stated, "account")))
        self.first, self.last, self.entries = (whole(stated, name) for name in ("first", "last", "entries"))
        self.previous_hash, self.last_hash = textual(stated, "previousHash"), textual(stated, "lastHash")
        self.first_hash = textual(stated, "firstHash") if stated.get("firstHash") is not None else None

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


def textual(stated, name):
    if not isinstance(stated.get(name), str):
        raise ValueError(name)
    return stated[name]


def whole(stated, name):
    if type(stated.get(name)) is not int or abs(stated[name]) >= 2**63:
        raise ValueError(name)
    return stated[name]


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


def findings(given, chain):
    """The first thing that is not what the server wrote, or None."""
    try:
        with open(given.file, "rb") as file:
            verify(file, chain, given.head)
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
    return parser.parse_args()


def main():
    given = arguments()
    csv.field_size_limit(LONGEST_RECORD)
    try:
        manifest = manifest_of(given.manifest)
        if manifest and not manifest.is_consistent():
            return tell(0, GENESIS, "the manifest contradicts itself")
        chain = Chain(manifest)
        broken = findings(given, chain)
    except OSError as e:
        print(f"verify_audit: cannot read {e.filename} ({e.strerror})", file=sys.stderr)
        return 2
    except ValueError:
        print(f"verify_audit: {given.manifest} is no manifest", file=sys.stderr)
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
