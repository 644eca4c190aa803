package com.klinity.transcription;

import com.klinity.platform.testkit.Practitioner;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Reads a transcript's events as they come. */
final class Follower {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<String> data = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> end;

    Follower(Practitioner practitioner, String transcript) {
        HttpRequest request = HttpRequest.newBuilder(Studio.SERVER.address().resolve(transcript + "/events"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + practitioner.token())
                .build();
        end = HttpClient.newHttpClient()
                .sendAsync(request, BodyHandlers.ofLines())
                .thenAcceptAsync(answer -> answer.body().forEach(this::hear), Thread::startVirtualThread);
    }

    /** What the events said so far. */
    List<String> data() {
        return List.copyOf(data);
    }

    /** Completes when the stream does, exceptionally when it is cut. */
    CompletableFuture<Void> end() {
        return end.copy();
    }

    void awaitEvents(int count) {
        Studio.SERVER.await(() -> data.size() >= count);
    }

    private void hear(String line) {
        if (line.startsWith("data: ")) {
            data.add(line.substring("data: ".length()));
        }
    }
}
