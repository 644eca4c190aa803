package com.klinity.platform.testkit.isolation;

import com.klinity.platform.spi.Cursor;
import com.klinity.platform.testkit.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A request, what came back, and what the database was asked meanwhile.
 *
 * @param caller     who sent it
 * @param sent       values in it that are not the caller's own
 * @param statements in their order; empty where the caller has no account
 */
record Exchange(World caller, Set<String> sent, Answer answer, List<String> statements) {

    private static final Pattern CURSOR = Pattern.compile("[A-Za-z0-9_-]{43,}");

    boolean succeeded() {
        return answer.status() / 100 == 2;
    }

    /** Everything that came back, with what its cursors stand for. */
    String everything() {
        String all = answer.headers() + "\n" + answer.text();
        String cursors = CURSOR.matcher(all)
                .results()
                .flatMap(found -> Cursor.decode(found.group()).stream())
                .map(cursor -> cursor.position().id().toString())
                .collect(Collectors.joining(" "));
        return all + "\n" + cursors + "\n" + new String(answer.bytes(), StandardCharsets.ISO_8859_1);
    }

    /** The last segment of a problem's type. */
    String problem() {
        return answer.json().path("type").asString("").replaceAll(".*/", "");
    }
}
