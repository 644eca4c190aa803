package com.klinity.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Somebody who signs up and uses everything there is, so that every table of every feature has a row. */
final class BusyPractitioner {

    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    private final FullServer full;
    /** In names and notes of hers, and nowhere else. */
    private final String marker = "marker" + UUID.randomUUID().toString().replace("-", "");

    private final String email = "p" + UUID.randomUUID() + "@example.org";
    private Client client;

    BusyPractitioner(FullServer full) {
        this.full = full;
        this.client = full.server().anonymous();
        signIn();
    }

    String marker() {
        return marker;
    }

    Client client() {
        return client;
    }

    UUID account() {
        return UUID.fromString(client.get("/v1/account").id());
    }

    /** Signs up, or in again. */
    void signIn() {
        Client anybody = full.server().anonymous();
        int mails = codes().size();
        anybody.post("/v1/local-identity/sign-up", "{\"email\":\"" + email + "\"}");
        full.server().await(() -> codes().size() > mails);
        Answer tokens = anybody.post(
                "/v1/local-identity/confirm", "{\"email\":\"" + email + "\",\"code\":\"" + codes().getLast() + "\"}");
        client = full.server().withToken(tokens.json().path("accessToken").asString());
    }

    /** Returns once nothing is under way any more. */
    void useEverything() {
        settle();
        String appointment = appointment();
        transcribe(appointment);
        write(appointment);
        UUID account = account();
        client.post("/v1/account/sign-out");
        signIn();
        full.server().await(() -> full.rows(account, "notifications.sent") == 1);
        full.server().await(() -> full.rows(account, "platform.jobs") == 0);
    }

    private void settle() {
        client.send(
                "PATCH",
                "/v1/account",
                BodyPublishers.ofString("{\"settings\":{\"timeZone\":\"America/Sao_Paulo\"}}"),
                "Content-Type",
                "application/merge-patch+json");
        client.send(
                "PUT",
                "/v1/notifications/preferences",
                BodyPublishers.ofString("{\"locale\":\"pt-BR\"}"),
                "Content-Type",
                "application/json");
        made(client.post(
                "/v1/templates",
                "{\"name\": \"Own\", \"language\": \"en\", \"sections\": [{\"key\": \"a\", \"title\": \"A\"}]}"));
    }

    private String appointment() {
        String patient = made(client.send(
                        "POST",
                        "/v1/patients",
                        BodyPublishers.ofString("{\"name\": \"Rui " + marker + "\"}"),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        "rui"))
                .id();
        return made(client.post(
                        "/v1/appointments",
                        "{\"patientId\": \"" + patient + "\", \"startsAt\": \"2026-03-01T09:00:00Z\","
                                + " \"recordingConsent\": {\"given\": true, \"method\": \"verbal\"}}"))
                .location();
    }

    private void transcribe(String appointment) {
        String recording = made(client.post(appointment + "/recordings", "audio/wav", wav()))
                .location();
        String transcript = client.post(recording + "/transcripts", "{}").location();
        full.server()
                .await(() ->
                        client.get(transcript).json().path("status").asString().equals("completed"));
    }

    private void write(String appointment) {
        String body = "{\"templateId\": \"soap-en\", \"sections\": [{\"key\": \"plan\", \"text\": \"Rest. " + marker
                + "\"}]}";
        made(client.post(appointment + "/documents", body));
        String who = "{\"name\": \"Dr. " + marker + "\", \"registration\": {\"council\": \"CRM\", \"number\": \"1\"}}";
        assertEquals(200, client.put("/v1/practitioner", "\"0\"", who).status());
        String signed = made(client.post(appointment + "/documents", body)).location();
        assertEquals(200, client.post(signed + "/sign").status());
        made(client.post(signed + "/addenda", "{\"text\": \"More. " + marker + "\"}"));
    }

    private List<String> codes() {
        Path mailbox = full.server().dataDirectory().resolve("mailbox");
        if (!Files.isDirectory(mailbox)) {
            return List.of();
        }
        try (Stream<Path> mails = Files.list(mailbox)) {
            return mails.filter(mail -> mail.toString().endsWith(".eml"))
                    .sorted()
                    .map(BusyPractitioner::text)
                    .filter(mail -> mail.contains(email))
                    .flatMap(mail -> code(mail).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> code(String mail) {
        return CODE.matcher(mail.substring(mail.indexOf("\r\n\r\n")))
                .results()
                .map(MatchResult::group)
                .findFirst();
    }

    private static String text(Path mail) {
        try {
            return Files.readString(mail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer made(Answer answer) {
        assertEquals(201, answer.status(), answer::toString);
        return answer;
    }

    /** Half a second of silence: mono, 8 kHz, 16 bits. */
    private static byte[] wav() {
        int data = 8000;
        ByteBuffer file = ByteBuffer.allocate(44 + data).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(36 + data).put(ascii("WAVE"));
        file.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        file.putInt(8000).putInt(16_000).putShort((short) 2).putShort((short) 16);
        return file.put(ascii("data")).putInt(data).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
