package com.klinity.platform.json;

import com.klinity.platform.spi.FieldError;
import com.klinity.platform.spi.Refusal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Refuses text that no database and no other system can hold: NUL, and halves of surrogate pairs. */
final class TextCheck {

    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

    private TextCheck() {}

    static void enforce(JsonNode tree) {
        check("", tree);
    }

    private static void check(String pointer, JsonNode node) {
        if (node.isString()) {
            storable(pointer, node.stringValue());
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String name = field.getKey();
            storable(pointer + "/" + JsonFaults.escaped(UNSTORABLE.matcher(name).replaceAll("\ufffd")), name);
            check(pointer + "/" + JsonFaults.escaped(name), field.getValue());
        }
        int index = 0;
        for (JsonNode element : node.isArray() ? node.values() : List.<JsonNode>of()) {
            check(pointer + "/" + index++, element);
        }
    }

    private static void storable(String pointer, String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            boolean pair = Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (unit == 0 || (Character.isSurrogate(unit) && !pair)) {
                throw Refusal.malformed(List.of(new FieldError(pointer, "holds a character that cannot be stored")));
            }
            if (pair) {
                i++;
            }
        }
    }
}
