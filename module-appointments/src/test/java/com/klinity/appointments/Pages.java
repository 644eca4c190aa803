package com.klinity.appointments;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Walks a list from its first page to its last. */
final class Pages {

    private static final int MOST = 100;

    private Pages() {}

    static List<String> names(Practitioner practitioner, String path, int limit) {
        return walk("name", limit, query -> practitioner.get(path + query));
    }

    /** Every value of that field, page by page. */
    static List<String> walk(String field, int limit, Function<String, Answer> page) {
        List<String> values = new ArrayList<>();
        String query = "?limit=" + limit;
        for (int pages = 0; pages < MOST; pages++) {
            Answer answer = page.apply(query);
            values.addAll(Clinic.each(answer, field));
            JsonNode next = answer.json().get("nextCursor");
            if (next.isNull()) {
                return values;
            }
            query = "?limit=" + limit + "&cursor=" + next.asString();
        }
        throw new AssertionError("the list has no end");
    }
}
