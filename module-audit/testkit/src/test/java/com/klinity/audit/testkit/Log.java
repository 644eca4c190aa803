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

/** A log of several accounts with its witness, and what can be done to it. Accounts are numbered from 0. */
final class Log {

    private static final int ACTION = 4;
    private static final String ANY_DAY = "2026-03-01T09:00:00.000000Z";

    private final List<List<ChainEntry>> chains = new ArrayList<>();
    private final Map<UUID, Head> heads = new HashMap<>();
    private final Map<UUID, Head> bases = new HashMap<>();
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
        List<String> lines = heads.values().stream()
                .filter(head -> checkpoints == 0 || isNews(head))
                .map(head -> head.account() + " " + head.sequence() + " " + head.hash())
                .sorted()
                .toList();
        checkpoints++;
        CheckpointDocument document = document(checkpoints, previous, checkpoints == 1, lines, key);
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

    private boolean isNews(Head head) {
        return read().of(head.account())
                .filter(seen -> seen.head().equals(head))
                .isEmpty();
    }

    private static CheckpointDocument document(
            long number, String previous, boolean complete, List<String> lines, KeyPair key) {
        CheckpointNote note = new CheckpointNote(
                number,
                ANY_DAY,
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
        return put(document(number, note.previous(), note.complete(), document.lines(), newKey()));
    }

    /** By one that the server signed and that is not the one that it gave out. */
    Log replaceByAnotherHistory(long number) {
        CheckpointDocument document = CheckpointDocument.of(bytes(number)).orElseThrow();
        return put(document(number, "ab".repeat(32), true, document.lines(), key));
    }

    private Log put(CheckpointDocument document) {
        witness.replace(document.note().number(), document.bytes());
        return this;
    }

    private byte[] bytes(long number) {
        return witness.read(number).orElseThrow();
    }

    List<String> faults() {
        return read().faults();
    }

    /** What the check finds, with the accounts' numbers. */
    List<String> findings() {
        LogCheck check = new LogCheck(List.copyOf(bases.values()), List.copyOf(heads.values()), read(), this::hash);
        for (int account = 0; account < chains.size(); account++) {
            UUID id = id(account);
            chains.get(account).forEach(entry -> check.next(id, entry));
        }
        return check.findings().stream()
                .map(finding -> finding.account().getLeastSignificantBits() + ": " + finding.what())
                .toList();
    }

    private Optional<String> hash(UUID account, long sequence) {
        return chains.get((int) account.getLeastSignificantBits()).stream()
                .filter(entry -> entry.sequence().equals(Long.toString(sequence)))
                .map(ChainEntry::hash)
                .findFirst();
    }

    private WitnessedHeads read() {
        return WitnessedHeads.read(witness, new VerificationKeys(keys));
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
