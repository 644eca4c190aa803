package com.klinity.documents;

import com.klinity.documents.spi.Draft;
import com.klinity.documents.spi.DraftFailure;
import com.klinity.documents.spi.DraftRequest;
import com.klinity.documents.spi.NoteDrafter;
import com.klinity.documents.spi.NoteDrafterProvider;
import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.Vendor;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** A drafter of somebody else's. It does what the first utterance tells it to. */
final class ScriptedDrafter implements NoteDrafterProvider, NoteDrafter {

    private final Semaphore slow = new Semaphore(0);

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public Vendor vendor() {
        return new Vendor("Scripted Inc.", "drafts notes", List.of("eu"), true, List.of("127.0.0.1"), "BAA-1");
    }

    @Override
    public NoteDrafter open(Settings settings) {
        return this;
    }

    @Override
    public Draft draft(DraftRequest request) {
        String order = request.utterances().getFirst().text();
        return switch (order) {
            case "good" -> of(section("plan", new Draft.Sentence("Rest.", List.of(1, 0))));
            case "nothing" -> of();
            case "long" -> of(section("plan", new Draft.Sentence("Rest. ".repeat(25_000), List.of(0))));
            case "uncited" -> of(section("plan", new Draft.Sentence("Rest.", List.of())));
            case "blank" -> of(section("plan", new Draft.Sentence(" ", List.of(0))));
            case "unsaid" -> of(section("plan", new Draft.Sentence("Rest.", List.of(7))));
            case "elsewhere" -> of(section("kitchen", new Draft.Sentence("Rest.", List.of(0))));
            case "slow" -> untilInterrupted();
            case "twice" -> of(section("plan"), section("plan"));
            default -> throw new DraftFailure(DraftFailure.Code.valueOf(order), "as told");
        };
    }

    /** Lets go when a drafter was asked for something slow. */
    void awaitSlow() {
        slow.acquireUninterruptibly();
    }

    private Draft untilInterrupted() {
        slow.release();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new DraftFailure(DraftFailure.Code.UNAVAILABLE, "interrupted");
    }

    private static Draft of(Draft.Section... sections) {
        return new Draft(List.of(sections));
    }

    private static Draft.Section section(String key, Draft.Sentence... sentences) {
        return new Draft.Section(key, List.of(sentences));
    }
}
