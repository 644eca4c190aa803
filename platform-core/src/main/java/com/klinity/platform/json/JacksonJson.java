package com.klinity.platform.json;

import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.JsonText;
import com.klinity.platform.spi.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON through Jackson. Safe for many threads. */
public final class JacksonJson implements Json {

    private final JsonMapper mapper = ApiMapper.create();

    /** With the API's rules. */
    public JacksonJson() {}

    @Override
    public JsonText write(Object value) {
        return new JsonText(mapper.writeValueAsString(value));
    }

    @Override
    public <T> T read(JsonText json, Class<T> type) {
        return mapper.readValue(json.text(), type);
    }

    /** UTF-8 bytes of an answer's body. */
    public byte[] bytes(Object value) {
        return mapper.writeValueAsBytes(value);
    }

    /**
     * A request's body.
     *
     * @throws Refusal 400 or 422, naming the fields
     */
    public <T> T parse(byte[] body, Class<T> type) {
        return bind(tree(body), type);
    }

    /**
     * A JSON Merge Patch (RFC 7396) applied to a record.
     *
     * @throws Refusal 400 or 422, naming the fields
     */
    public <T> T merge(T current, byte[] patch, Class<T> type) {
        JsonNode changes = tree(patch);
        if (!(changes instanceof ObjectNode)) {
            throw Refusal.malformed("A merge patch is a JSON object here.");
        }
        return bind(MergePatch.apply(mapper.valueToTree(current), changes), type);
    }

    private JsonNode tree(byte[] body) {
        try {
            JsonNode tree = mapper.readTree(body);
            if (tree.isMissingNode()) {
                throw Refusal.malformed("The body is empty; JSON is needed.");
            }
            TextCheck.enforce(tree);
            return tree;
        } catch (JacksonException e) {
            throw JsonFaults.syntax(e);
        }
    }

    private <T> T bind(JsonNode tree, Class<T> type) {
        if (!tree.isObject()) {
            throw Refusal.malformed("The body must be a JSON object.");
        }
        try {
            return mapper.treeToValue(tree, type);
        } catch (JacksonException e) {
            throw JsonFaults.shape(e);
        }
    }
}
