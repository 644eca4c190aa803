package com.klinity.audit.verification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The Merkle tree of RFC 9162 §2.1 with SHA-256, over the lines of a checkpoint: whoever knows the root can be shown that
 * one line is in the tree, without the others. Hashes are 64 lower-case hexadecimal digits.
 */
public final class MerkleTree {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final HexFormat HEX = HexFormat.of();

    private final List<byte[]> leaves;

    private MerkleTree(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            throw new IllegalArgumentException("a checkpoint has at least one line");
        }
        this.leaves = leaves;
    }

    /** Over lines, at least one, without their line breaks. */
    public static MerkleTree of(List<String> lines) {
        return new MerkleTree(lines.stream().map(MerkleTree::leaf).toList());
    }

    /** Over leaves that were hashed before, at least one. */
    public static MerkleTree ofLeaves(List<String> hashes) {
        return new MerkleTree(hashes.stream().map(HEX::parseHex).toList());
    }

    /** The Merkle Tree Hash (§2.1.1). */
    public String root() {
        return HEX.formatHex(root(0, leaves.size()));
    }

    /** The inclusion proof of a leaf (§2.1.3.1), from the leaf's neighbour up. */
    public List<String> proof(int position) {
        List<String> proof = new ArrayList<>();
        prove(position, 0, leaves.size(), proof);
        return proof;
    }

    private void prove(int position, int from, int until, List<String> proof) {
        if (until - from == 1) {
            return;
        }
        int middle = from + Integer.highestOneBit(until - from - 1);
        if (position < middle) {
            prove(position, from, middle, proof);
            proof.add(HEX.formatHex(root(middle, until)));
        } else {
            prove(position, middle, until, proof);
            proof.add(HEX.formatHex(root(from, middle)));
        }
    }

    private byte[] root(int from, int until) {
        if (until - from == 1) {
            return leaves.get(from);
        }
        int middle = from + Integer.highestOneBit(until - from - 1);
        return node(root(from, middle), root(middle, until));
    }

    /**
     * The root that a line has by its proof (§2.1.3.2).
     *
     * @param position of the line, from 0
     * @param size     how many lines there are
     * @param proof    as {@link #proof} made it
     * @return what must be the tree's root; something else when the line, its place or the proof is wrong
     */
    public static String root(String line, int position, int size, List<String> proof) {
        if (position < 0 || position >= size) {
            return "";
        }
        int first = position;
        int second = size - 1;
        byte[] hash = leaf(line);
        for (String step : proof) {
            byte[] other = HEX.parseHex(step);
            if ((first & 1) == 1 || first == second) {
                hash = node(other, hash);
                while ((first & 1) == 0 && first != 0) {
                    first >>= 1;
                    second >>= 1;
                }
            } else {
                hash = node(hash, other);
            }
            first >>= 1;
            second >>= 1;
        }
        return second == 0 ? HEX.formatHex(hash) : "";
    }

    private static byte[] leaf(String line) {
        MessageDigest digest = Sha256.digest();
        digest.update(LEAF);
        return digest.digest(line.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = Sha256.digest();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }
}
