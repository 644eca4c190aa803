package com.klinity.benchmarks.load;

import com.klinity.benchmarks.machine.BenchmarkFailure;
import com.klinity.benchmarks.machine.KlinityServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes practitioners with one patient each, through the public API. */
public final class SignUp {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, Object> PATIENT = Map.of(
            "name", "Maria Benchmark",
            "birthDate", "1984-02-29",
            "sex", "female",
            "contact", Map.of("email", "maria@example.org", "phone", "+55 11 5555 0100"),
            "externalId", "P-001",
            "notes", "Allergic to penicillin. Prefers mornings.");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;
    private final Mailbox mailbox;

    /** On that server. */
    public SignUp(KlinityServer server) {
        this.server = server.address();
        this.mailbox = new Mailbox(server.mailbox());
    }

    /** So many practitioners. */
    public List<Target> practitioners(int count) {
        List<String> addresses = IntStream.range(0, count)
                .mapToObj(number -> "dr" + number + "@example.org")
                .toList();
        addresses.forEach(address -> post("/v1/local-identity/sign-up", "", Map.of("email", address)));
        Map<String, String> codes = mailbox.codes(count);
        List<Target> targets = new ArrayList<>();
        codes.forEach((address, code) -> targets.add(practitioner(address, code)));
        return targets;
    }

    private Target practitioner(String address, String code) {
        String token = post("/v1/local-identity/confirm", "", Map.of("email", address, "code", code))
                .path("accessToken")
                .asString();
        String patient = post("/v1/patients", token, PATIENT).path("id").asString();
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        String account = JSON.readTree(claims).path("sub").asString();
        return new Target(UUID.fromString(account), UUID.fromString(patient), token);
    }

    private JsonNode post(String path, String token, Map<String, ?> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw new BenchmarkFailure(path + " answered " + answer.statusCode());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new BenchmarkFailure(path + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("interrupted", e);
        }
    }
}
