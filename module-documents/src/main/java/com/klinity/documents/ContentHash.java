package com.klinity.documents;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The content hash of a signed document and of each addendum: SHA-256, as 64 lower-case hexadecimal digits.
 *
 * <p><b>Document.</b> Of the JSON object with the members {@code id}, {@code appointmentId}, {@code template}, {@code
 * title}, {@code sections}, {@code origin} (when there is one), {@code version} and {@code header}, each exactly as
 * {@code GET /v1/documents/{id}} gives it, in the canonical form of RFC 8785 (members sorted, no white space, UTF-8). So
 * whoever has the JSON answer can compute it again; everything else is left out.
 *
 * <p><b>Addendum.</b> Of the object with {@code id}, {@code text}, {@code addedAt} and {@code previousHash}: the hash of
 * the addendum before it, for the first one that of the document. So none can be changed, left out or put elsewhere
 * unseen.
 */
final class ContentHash {

    private ContentHash() {}

    static String of(Document document, Header header) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("id", document.id().toString());
        form.put("appointmentId", document.appointmentId().toString());
        form.put("template", template(document.template()));
        form.put("title", document.title());
        form.put("sections", each(document.sections(), ContentHash::section));
        form.put("origin", document.origin() == null ? null : origin(document.origin()));
        form.put("version", document.version());
        form.put("header", header(header));
        return sha256(form);
    }

    static String of(String previousHash, UUID id, String text, Instant addedAt) {
        return sha256(
                Map.of("id", id.toString(), "text", text, "addedAt", addedAt.toString(), "previousHash", previousHash));
    }

    private static Map<String, @Nullable Object> template(TemplateReference template) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("id", template.id().toString());
        form.put("key", template.key());
        form.put("version", template.version());
        form.put("name", template.name());
        form.put("language", template.language());
        return form;
    }

    private static Map<String, @Nullable Object> section(Section section) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("key", section.key());
        form.put("title", section.title());
        form.put("text", section.text());
        form.put("sentences", section.sentences() == null ? null : each(section.sentences(), ContentHash::sentence));
        form.put("version", section.version());
        return form;
    }

    private static Map<String, @Nullable Object> sentence(Sentence sentence) {
        return Map.of("text", sentence.text(), "citations", each(sentence.citations(), ContentHash::citation));
    }

    private static Map<String, @Nullable Object> citation(Citation citation) {
        return Map.of(
                "transcriptId", citation.transcriptId().toString(),
                "utterance", citation.utterance(),
                "startMs", citation.startMs(),
                "endMs", citation.endMs());
    }

    private static Map<String, @Nullable Object> origin(Origin origin) {
        return Map.of(
                "kind", origin.kind(),
                "transcriptId", origin.transcriptId().toString(),
                "drafter", origin.drafter());
    }

    private static Map<String, @Nullable Object> header(Header header) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("patientId", header.patientId().toString());
        form.put("patientName", header.patientName());
        form.put("patientBirthDate", Objects.toString(header.patientBirthDate(), null));
        form.put("patientExternalId", header.patientExternalId());
        form.put("appointmentStartsAt", header.appointmentStartsAt().toString());
        form.put("appointmentTitle", header.appointmentTitle());
        form.put("locale", header.locale());
        form.put("timeZone", header.timeZone());
        form.put("practitioner", header.practitioner() == null ? null : practitioner(header.practitioner()));
        form.put("warningsSeen", header.warningsSeen());
        return form;
    }

    private static Map<String, @Nullable Object> practitioner(Practitioner practitioner) {
        Map<String, @Nullable Object> registration = new LinkedHashMap<>();
        registration.put("council", practitioner.registration().council());
        registration.put("number", practitioner.registration().number());
        registration.put("region", practitioner.registration().region());
        return Map.of("name", practitioner.name(), "registration", registration);
    }

    private static <T> List<Object> each(
            List<T> values, java.util.function.Function<T, Map<String, @Nullable Object>> form) {
        List<Object> forms = new ArrayList<>();
        values.forEach(value -> forms.add(form.apply(value)));
        return forms;
    }

    private static String sha256(Map<String, ? extends @Nullable Object> form) {
        return sha256(CanonicalJson.of(form).getBytes(StandardCharsets.UTF_8));
    }

    /** 64 lower-case hexadecimal digits. */
    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
