package com.klinity.audit.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.klinity.audit.verification.ChainEntry;
import com.klinity.audit.verification.CheckpointDocument;
import com.klinity.audit.verification.CheckpointDocument.Head;
import com.klinity.audit.verification.CheckpointNote;
import com.klinity.audit.verification.LogCheck;
import com.klinity.audit.verification.MerkleTree;
import com.klinity.audit.verification.VerificationKey;
import com.klinity.audit.verification.VerificationKeys;
import com.klinity.audit.verification.WitnessedHeads;
import com.klinity.audit.verification.WitnessedLog;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A log of several accounts with its witness, and what can be done to it. Accounts are numbered from 0. */
final class Log {

    private static final int ACTION = 4;
    private static final String ANY_DAY = "2026-03-01T09:00:00.000000Z";

    private final List<List<ChainEntry>> chains = new ArrayList<>();
    private final Map<UUID, Head> heads = new HashMap<>();
    private final Map<UUID, Head> bases = new HashMap<>();
    private final Map<UUID, Head> told = new HashMap<>();
    private final InMemoryWitness witness = new InMemoryWitness();
    private final List<VerificationKey> keys = new ArrayList<>();
    private KeyPair key = newKey();
    private String previous = ChainEntry.GENESIS;
    private long checkpoints;

    {
        keys.add(new VerificationKey(key.getPublic()));
    }

    /** One more account with so many entries. */
    Log append(int entries) {
        chains.add(new ArrayList<>());
        return extend(chains.size() - 1, entries);
    }

    Log extend(int account, int entries) {
        for (int i = 0; i < entries; i++) {
            link(account, "read");
        }
        return this;
    }

    private void link(int account, String action) {
        link(account, List.of(id(account).toString(), "::1", action, "Patient", "", "success", "r", ""));
    }

    private void link(int account, List<String> rest) {
        List<ChainEntry> chain = chains.get(account);
        String before = chain.isEmpty() ? ChainEntry.GENESIS : chain.getLast().hash();
        List<String> fields = new ArrayList<>(List.of(Integer.toString(chain.size() + 1), ANY_DAY));
        fields.addAll(rest);
        String hash = new ChainEntry(fields, "").expectedHash(id(account).toString(), before);
        chain.add(new ChainEntry(fields, hash));
        heads.put(id(account), new Head(id(account), chain.size(), hash));
    }

    /** The witness is told of all heads, or from the second time on of those that it does not know. */
    Log witnessed() {
        return witnessed(checkpoints == 0, ANY_DAY);
    }

    /** The witness is told of all heads, as once a day. */
    Log allWitnessed() {
        return witnessed(true, ANY_DAY);
    }

    Log witnessedAt(String taken) {
        return witnessed(checkpoints == 0, taken);
    }

    private Log witnessed(boolean complete, String taken) {
        List<String> lines = heads.values().stream()
                .filter(head -> complete || !head.equals(told.get(head.account())))
                .map(head -> head.account() + " " + head.sequence() + " " + head.hash())
                .sorted()
                .toList();
        told.putAll(heads);
        checkpoints++;
        CheckpointDocument document = document(checkpoints, taken, previous, complete, lines, key);
        witness.keep(checkpoints, document.bytes());
        previous = document.note().digest();
        return this;
    }

    /** Signs with a new key from now on; whoever verifies knows both. */
    Log changeKey() {
        key = newKey();
        keys.addFirst(new VerificationKey(key.getPublic()));
        return this;
    }

    /** Whoever verifies knows the newest key alone. */
    Log forgetOldKeys() {
        keys.subList(1, keys.size()).clear();
        return this;
    }

    private static CheckpointDocument document(
            long number, String taken, String previous, boolean complete, List<String> lines, KeyPair key) {
        CheckpointNote note = new CheckpointNote(
                number,
                taken,
                previous,
                lines.size(),
                complete,
                MerkleTree.of(lines).root());
        return new CheckpointDocument(note, sign(note.text(), key), lines);
    }

    Log change(int account, int sequence, String action) {
        List<String> fields =
                new ArrayList<>(chains.get(account).get(sequence - 1).fields());
        fields.set(ACTION, action);
        String hash = chains.get(account).get(sequence - 1).hash();
        chains.get(account).set(sequence - 1, new ChainEntry(fields, hash));
        return this;
    }

    Log remove(int account, int place) {
        chains.get(account).remove(place - 1);
        return this;
    }

    Log swap(int account, int one, int other) {
        Collections.swap(chains.get(account), one - 1, other - 1);
        return this;
    }

    Log duplicate(int account, int sequence) {
        chains.get(account).add(sequence, chains.get(account).get(sequence - 1));
        return this;
    }

    /** Cuts the chain and its head, as a restored backup would have them. */
    Log truncate(int account, int entries) {
        List<ChainEntry> chain = chains.get(account);
        chain.subList(entries, chain.size()).clear();
        if (chain.isEmpty()) {
            heads.remove(id(account));
        } else {
            heads.put(
                    id(account), new Head(id(account), entries, chain.getLast().hash()));
        }
        return this;
    }

    /** Writes the chain anew from a sequence on, as long as it was, with right hashes. */
    Log rewrite(int account, int from) {
        int length = chains.get(account).size();
        truncate(account, from - 1);
        for (int i = from; i <= length; i++) {
            link(account, "export");
        }
        return this;
    }

    Log forgeHead(int account) {
        heads.computeIfPresent(id(account), (id, head) -> new Head(id, head.sequence(), ChainEntry.GENESIS));
        return this;
    }

    Log archive(int account, int through) {
        String details = "{\"first\": 1, \"last\": " + through + ", \"archive\": \"" + ChainEntry.GENESIS + "\"}";
        link(account, List.of("klinity_retention", "", "delete", "AuditEvent", "", "success", "r", details));
        return takeAway(account, through);
    }

    /** Takes the oldest entries out, and has the chain begin after them. */
    Log takeAway(int account, int through) {
        ChainEntry last = chains.get(account).get(through - 1);
        bases.put(id(account), new Head(id(account), through, last.hash()));
        chains.get(account).subList(0, through).clear();
        return this;
    }

    /** As somebody would who wants the whole chain gone, with a record as the archive's. */
    Log forgeArchive(int account, int through) {
        chains.get(account).clear();
        bases.put(id(account), new Head(id(account), through, "cd".repeat(32)));
        String details = "{\"first\": 1, \"last\": " + through + ", \"archive\": \"" + ChainEntry.GENESIS + "\"}";
        List<String> fields = new ArrayList<>(List.of(Integer.toString(through + 1), ANY_DAY));
        fields.addAll(List.of("klinity_retention", "", "delete", "AuditEvent", "", "success", "r", details));
        String hash = new ChainEntry(fields, "").expectedHash(id(account).toString(), "cd".repeat(32));
        chains.get(account).add(new ChainEntry(fields, hash));
        heads.put(id(account), new Head(id(account), through + 1, hash));
        return this;
    }

    Log atWitness(Consumer<InMemoryWitness> act) {
        act.accept(witness);
        return this;
    }

    Log damageDocument(long number, UnaryOperator<String> change) {
        witness.replace(number, change.apply(new String(bytes(number), UTF_8)).getBytes(UTF_8));
        return this;
    }

    Log signAnew(long number) {
        CheckpointDocument document = CheckpointDocument.of(bytes(number)).orElseThrow();
        CheckpointNote note = document.note();
        return put(document(number, ANY_DAY, note.previous(), note.complete(), document.lines(), newKey()));
    }

    /** By one that the server signed and that is not the one that it gave out. */
    Log replaceByAnotherHistory(long number) {
        CheckpointDocument document = CheckpointDocument.of(bytes(number)).orElseThrow();
        return put(document(number, ANY_DAY, "ab".repeat(32), true, document.lines(), key));
    }

    private Log put(CheckpointDocument document) {
        witness.replace(document.note().number(), document.bytes());
        return this;
    }

    private byte[] bytes(long number) {
        return witness.read(number).orElseThrow();
    }

    List<String> faults() {
        WitnessedLog seen = seen();
        seen.readBack(1, document -> {});
        return seen.faults();
    }

    /** What the check finds, with the accounts' numbers. */
    List<String> findings() {
        return findings(1, "2020-03-01T09:00:00.000000Z");
    }

    /** Of a check that is good from a checkpoint on. */
    List<String> findingsSince(long checkpoint) {
        return findings(checkpoint, "2020-03-01T09:00:00.000000Z");
    }

    /** Of a check of a day before which entries may have been archived. */
    List<String> findingsAt(String youngest) {
        return findings(1, youngest);
    }

    private List<String> findings(long since, String youngest) {
        List<Head> archived = List.copyOf(bases.values());
        WitnessedHeads witnessed = new WitnessedHeads(
                archived, places -> places.stream().map(this::hash).toList());
        seen().readBack(since, witnessed::add);
        LogCheck check = new LogCheck(archived, List.copyOf(heads.values()), witnessed, youngest);
        for (int account = 0; account < chains.size(); account++) {
            UUID id = id(account);
            chains.get(account).forEach(entry -> check.next(id, entry));
        }
        return check.findings().stream()
                .map(finding -> finding.account().getLeastSignificantBits() + ": " + finding.what())
                .toList();
    }

    private Optional<String> hash(Head place) {
        Stream<Head> entries = chains.get((int) place.account().getLeastSignificantBits()).stream()
                .map(entry -> new Head(place.account(), Long.parseLong(entry.sequence()), entry.hash()));
        return Stream.concat(entries, bases.values().stream())
                .filter(there -> there.account().equals(place.account()) && there.sequence() == place.sequence())
                .map(Head::hash)
                .findFirst();
    }

    private WitnessedLog seen() {
        return WitnessedLog.of(witness, new VerificationKeys(keys));
    }

    private static UUID id(int account) {
        return new UUID(0x4000, account);
    }

    private static KeyPair newKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sign(String text, KeyPair key) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return new VerificationKey(key.getPublic()).line(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
