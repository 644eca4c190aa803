package com.klinity.platform.testkit.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What one account has. Each thing is made when it is first asked for, and what it needs before it. */
public final class World {

    static final String MARKER = "marker";
    static final String TAG = "#etag";

    private final Practitioner practitioner;
    private final Specimens specimens;
    private final String marker = newMarker();
    private final Map<String, Held> held = new HashMap<>();
    private final Set<UUID> unending;

    World(Practitioner practitioner, Specimens specimens, Set<UUID> unending) {
        this.practitioner = practitioner;
        this.specimens = specimens;
        this.unending = unending;
    }

    /** Whose it is. */
    public Practitioner practitioner() {
        return practitioner;
    }

    /** A word that no other account has; to be planted in each text. */
    public String marker() {
        return marker;
    }

    /** The account's own value of that name, such as the id of a thing. */
    public String own(String name) {
        return held(name).own();
    }

    /** A {@code POST} of JSON, holes filled with the account's own values; the answer must be a success. */
    public Answer post(String path, String json) {
        return successful(practitioner.post(fill(path), fill(json)));
    }

    /** The answer, which must be a success. */
    public static Answer successful(Answer answer) {
        assertEquals(2, answer.status() / 100, () -> "what a specimen needs could not be made: " + answer);
        return answer;
    }

    /** Says that the work about this subject does not end by itself, so that nobody waits for it. */
    public void unending(UUID subject) {
        unending.add(subject);
    }

    /** Fills holes with the account's own values. */
    public String fill(String text) {
        return new Template(text).fill(hole -> hole.equals(MARKER) ? marker : own(hole));
    }

    Held held(String hole) {
        Held known = held.get(hole);
        if (known != null) {
            return known;
        }
        Map<String, Held> made = specimens.make(hole.replace(TAG, ""), this);
        held.putAll(made);
        Held now = held.get(hole);
        if (now == null) {
            throw new IllegalStateException("what is made has no ${" + hole + "}; there are " + made.keySet());
        }
        return now;
    }

    /** Values that the account's own requests may carry and its own answers repeat. */
    List<String> ownValues() {
        return held.entrySet().stream()
                .filter(value -> !value.getKey().endsWith(TAG))
                .map(value -> value.getValue().own())
                .toList();
    }

    /** What nobody else may ever see or keep. */
    Set<String> traces() {
        Set<String> traces = new HashSet<>(Set.of(marker, practitioner.account().toString()));
        held.values().forEach(value -> traces.addAll(value.traces()));
        return traces;
    }

    /** Small letters, so that folding a name leaves it as it is. */
    private static String newMarker() {
        return "zq"
                + UUID.randomUUID()
                        .toString()
                        .replace("-", "")
                        .substring(0, 16)
                        .chars()
                        .mapToObj(digit -> Character.toString('a' + Character.digit(digit, 16)))
                        .reduce("", String::concat);
    }
}
