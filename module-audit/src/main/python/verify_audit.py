#!/usr/bin/env python3
"""Checks the hash chain of an exported audit log, without a server.

Needs Python 3.8 or newer and nothing else. What is checked and why: docs/audit-log.md, from which this was written.
Reads any size with constant memory.

Exit codes: 0 verified, 1 a finding, 2 wrong usage or a file that cannot be read.
"""

import argparse
import csv
import hashlib
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
NEEDS_GUARD = re.compile("[^A-Za-z0-9:{]")
NEEDS_QUOTES = re.compile('[,"\r\n]')


class Finding(Exception):
    """The first thing in the file that the server did not write."""


class Chain:
    """How far the log is good: `entries` of them, the last with the hash `head`."""

    def __init__(self):
        self.entries = 0
        self.head = GENESIS
        self.account = ""

    def extend(self, fields, stated_hash):
        if self.entries == 0:
            user, resource = fields[2], fields[6]
            self.account = user if UUID.fullmatch(user) else resource
        digest = hashlib.sha256(bytes.fromhex(self.head) + canonical([self.account, *fields])).hexdigest()
        if fields[0] != str(self.entries + 1) or stated_hash != digest:
            raise Finding(f"entry with sequence {fields[0]}")
        self.entries += 1
        self.head = digest


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
    """Raises a Finding, or leaves the whole log in the chain. A head of None takes any end."""
    source = records(file)
    if next(source, None) != (HEADER + "\r\n").encode():
        raise Finding("line 1 is not the header of an audit export")
    head_at = 0 if head == GENESIS else None
    for record in source:
        fields = parse(record)
        if fields is None:
            raise Finding(f"entry {chain.entries + 1} is not in the form of an export")
        chain.extend(fields[:-1], fields[-1])
        if chain.head == head:
            head_at = chain.entries
    if head is not None and head_at is None:
        raise Finding(f"entry with sequence {chain.entries + 1} is missing")
    if head is not None and head_at != chain.entries:
        raise Finding(f"entry with sequence {head_at + 1} comes after the head")


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
    return parser.parse_args()


def main():
    given = arguments()
    csv.field_size_limit(LONGEST_RECORD)
    chain, broken = Chain(), None
    try:
        with open(given.file, "rb") as file:
            verify(file, chain, given.head)
    except OSError as e:
        print(f"verify_audit: cannot read {given.file} ({e.strerror})", file=sys.stderr)
        return 2
    except Finding as finding:
        broken = finding
    print(f"entries   {chain.entries}")
    print(f"head      {chain.head}")
    print(f"verified  {'NO' if broken else 'yes'}")
    if broken:
        print(f"broken    {broken}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
