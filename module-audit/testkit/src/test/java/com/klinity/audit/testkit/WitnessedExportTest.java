package com.klinity.audit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.audit.AuditModule;
import com.klinity.audit.verification.CheckpointDocument;
import com.klinity.audit.verification.CheckpointProof;
import com.klinity.audit.verification.Manifest;
import com.klinity.audit.verification.OfflineVerifier;
import com.klinity.audit.verification.SigningKeyFile;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** An export, its manifest, and what the witness keeps belong together. */
@Tag("LG-3")
@Tag("LG-5")
class WitnessedExportTest {

    private static final InMemoryWitnessProvider PROVIDER = new InMemoryWitnessProvider();
    private static final TestServer SERVER = TestServer.of(new AuditModule())
            .adapter(PROVIDER)
            .setting("klinity.audit.witness", "memory")
            .setting("klinity.audit.checkpoint-interval", "PT0.05S")
            .start();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void a_part_is_proven_by_the_checkpoint_in_its_manifest() throws IOException {
        Practitioner ana = withOthers();
        SERVER.await(() -> manifest(ana, "first=1").checkpoint() != null);
        Manifest manifest = manifest(ana, "first=1");
        CheckpointProof proof = proof(manifest);
        byte[] csv =
                ana.get("/v1/audit/events.csv?first=1&last=" + manifest.last()).bytes();
        assertEquals(
                Optional.empty(),
                OfflineVerifier.verify(new ByteArrayInputStream(csv), manifest).firstBroken());
        assertTrue(proof.signedBy(
                new SigningKeyFile(SERVER.dataDirectory().resolve("audit/signing-key.pem"), false).publicKeys()));
    }

    @Test
    void it_is_the_checkpoint_that_the_witness_keeps() {
        Practitioner ana = withOthers();
        SERVER.await(() -> manifest(ana, "first=1").checkpoint() != null);
        CheckpointProof proof = proof(manifest(ana, "first=1"));
        long number = proof.note().orElseThrow().number();
        CheckpointDocument kept =
                PROVIDER.witness().read(number).flatMap(CheckpointDocument::of).orElseThrow();
        assertEquals(proof.signedText(), kept.note().text());
        assertEquals(proof.signature(), kept.signature());
    }

    @Test
    void a_part_that_no_checkpoint_has_seen_has_a_manifest_without_one() {
        Practitioner ana = withOthers();
        SERVER.await(() -> manifest(ana, "first=1").checkpoint() != null);
        long seen = proof(manifest(ana, "first=1")).sequence();
        assertEquals(
                Optional.empty(),
                Optional.ofNullable(
                        manifest(ana, "first=" + (seen + 1) + "&last=" + seen).checkpoint()));
    }

    /** Heads of several accounts change together, so that the tree has more than one leaf. */
    private static Practitioner withOthers() {
        Practitioner ana = SERVER.practitioner();
        for (int i = 0; i < 3; i++) {
            assertEquals(200, ana.get("/v1/audit/events.csv").status());
            assertEquals(200, SERVER.practitioner().get("/v1/audit/events.csv").status());
        }
        return ana;
    }

    private static CheckpointProof proof(Manifest manifest) {
        CheckpointProof proof = manifest.checkpoint();
        assertNotNull(proof);
        return proof;
    }

    private static Manifest manifest(Practitioner practitioner, String part) {
        String json = practitioner.get("/v1/audit/events.manifest?" + part).text();
        return JsonMapper.shared().readValue(json, Manifest.class);
    }
}
