package com.klinity.notifications;

import java.util.Map;

/** A mail's wording; {@code {name}} stands for a value. */
record Text(String subject, String body) {

    /** The first line is the subject, the second is empty, the rest is the body. */
    static Text parse(String content) {
        String[] parts = content.split("\n\n", 2);
        return new Text(parts[0].strip(), parts[1]);
    }

    Text with(Map<String, String> values) {
        Text text = this;
        for (Map.Entry<String, String> value : values.entrySet()) {
            String hole = "{" + value.getKey() + "}";
            text = new Text(text.subject.replace(hole, value.getValue()), text.body.replace(hole, value.getValue()));
        }
        return text;
    }
}
