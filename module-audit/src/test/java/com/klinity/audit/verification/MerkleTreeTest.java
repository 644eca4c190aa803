package com.klinity.audit.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("LG-3")
class MerkleTreeTest {

    private static final String ROOT_OF_SEVEN = "7771cee9fa6ff1524141b74c3be67456c5684b89b57b941cb616971640b4466f";

    /** SHA-256 of a zero byte alone: the leaf of an empty line (RFC 9162 §2.1.1). */
    @Test
    void the_root_of_one_line_is_its_leaf() {
        assertEquals(
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                MerkleTree.of(List.of("")).root());
    }

    /** Root and proof were computed with another program from the text of the RFC. */
    @Test
    void roots_are_those_of_the_rfc() {
        assertEquals(ROOT_OF_SEVEN, MerkleTree.of(lines(7)).root());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 31, 32, 33})
    void every_line_is_proven_in_a_tree_of_any_size(int size) {
        MerkleTree tree = MerkleTree.of(lines(size));
        for (int i = 0; i < size; i++) {
            assertEquals(tree.root(), MerkleTree.root("line " + i, i, size, tree.proof(i)));
        }
    }

    @Test
    void a_proof_of_another_line_or_place_gives_another_root() {
        MerkleTree tree = MerkleTree.of(lines(13));
        List<String> proof = tree.proof(6);
        assertNotEquals(tree.root(), MerkleTree.root("line 7", 6, 13, proof));
        assertNotEquals(tree.root(), MerkleTree.root("line 6", 7, 13, proof));
        assertNotEquals(tree.root(), MerkleTree.root("line 6", 6, 14, tree.proof(5)));
    }

    @Test
    void a_proof_that_is_too_short_or_too_long_gives_another_root() {
        MerkleTree tree = MerkleTree.of(lines(13));
        List<String> longer = new ArrayList<>(tree.proof(6));
        longer.add(tree.root());
        assertNotEquals(tree.root(), MerkleTree.root("line 6", 6, 13, longer));
        assertNotEquals(
                tree.root(), MerkleTree.root("line 6", 6, 13, tree.proof(6).subList(0, 3)));
    }

    @Test
    void a_place_that_is_not_there_is_proven_by_nothing() {
        MerkleTree tree = MerkleTree.of(lines(1));
        assertNotEquals(tree.root(), MerkleTree.root("line 0", 7, 1, List.of()));
        assertNotEquals(tree.root(), MerkleTree.root("line 0", -1, 1, List.of()));
    }

    @Test
    void hashed_leaves_make_the_same_tree() {
        List<String> leaves = IntStream.range(0, 5)
                .mapToObj(i -> MerkleTree.of(List.of("line " + i)).root())
                .toList();
        assertEquals(MerkleTree.of(lines(5)).root(), MerkleTree.ofLeaves(leaves).root());
    }

    private static List<String> lines(int size) {
        return IntStream.range(0, size).mapToObj(i -> "line " + i).toList();
    }
}
