package com.klinity.distribution;

import com.klinity.audit.verification.CheckpointProof;
import com.klinity.audit.verification.Manifest;
import com.klinity.audit.verification.VerificationKey;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a manifest, member by member: a binding would take much for what it is not, and what is missing for 0. The
 * verifier in Python takes and refuses the same.
 */
final class ManifestFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ManifestFile() {}

    /**
     * The manifest, which may be true or not.
     *
     * @throws UnusableFile when it is none
     */
    static Manifest read(Path file) throws IOException {
        try {
            return manifest(JSON.readTree(Files.readString(file)));
        } catch (CharacterCodingException | JacksonException | IllegalArgumentException e) {
            throw new UnusableFile(file + " is no manifest", e);
        }
    }

    private static Manifest manifest(JsonNode stated) {
        return new Manifest(
                account(text(stated, "account")),
                whole(stated, "first"),
                whole(stated, "last"),
                whole(stated, "entries"),
                text(stated, "previousHash"),
                isAbsent(stated.path("firstHash")) ? null : text(stated, "firstHash"),
                text(stated, "lastHash"),
                checkpoint(stated.path("checkpoint")));
    }

    private static @Nullable CheckpointProof checkpoint(JsonNode stated) {
        return isAbsent(stated)
                ? null
                : new CheckpointProof(
                        text(stated, "signedText"),
                        text(stated, "signature"),
                        VerificationKey.ofBase64(text(stated, "publicKey")).base64(),
                        whole(stated, "sequence"),
                        text(stated, "hash"),
                        small(stated, "position"),
                        small(stated, "heads"),
                        texts(stated.required("proof")));
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isNull() || node.isMissingNode();
    }

    /** In the one form that the log has, because every hash covers its text. */
    private static UUID account(String text) {
        UUID account = UUID.fromString(text);
        if (!account.toString().equals(text)) {
            throw new IllegalArgumentException("an account has lower-case digits and hyphens");
        }
        return account;
    }

    private static String text(JsonNode stated, String name) {
        return text(stated.required(name));
    }

    private static String text(JsonNode node) {
        if (!node.isString()) {
            throw new IllegalArgumentException("a text is something else");
        }
        return node.stringValue();
    }

    private static int small(JsonNode stated, String name) {
        long number = whole(stated, name);
        if (number != (int) number) {
            throw new IllegalArgumentException("a number is too large");
        }
        return (int) number;
    }

    private static long whole(JsonNode stated, String name) {
        JsonNode number = stated.required(name);
        if (!number.isIntegralNumber() || !number.canConvertToLong()) {
            throw new IllegalArgumentException("a number is something else");
        }
        return number.longValue();
    }

    private static List<String> texts(JsonNode list) {
        if (!list.isArray()) {
            throw new IllegalArgumentException("a proof is a list");
        }
        return list.valueStream().map(ManifestFile::text).toList();
    }
}
