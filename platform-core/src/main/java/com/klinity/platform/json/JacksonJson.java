package com.klinity.platform.json;

import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.JsonText;
import com.klinity.platform.spi.Refusal;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

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

    /**
     * A value that was sent as text, as a query parameter is.
     *
     * @param type an enum, {@code Boolean}, {@code UUID}, {@code Instant} or {@code LocalDate}
     * @return none when it is not of that form
     */
    public <T> Optional<T> ofText(String text, Class<T> type) {
        boolean flag = type == Boolean.class && (text.equals("true") || text.equals("false"));
        JsonNode node = flag ? BooleanNode.valueOf(text.equals("true")) : StringNode.valueOf(text);
        try {
            return Optional.of(mapper.treeToValue(node, type));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** What a value of that type must be, in words that follow its name. */
    public String form(Class<?> type) {
        return new Form(mapper).of(mapper.constructType(type));
    }

    /** The same as a schema (JSON Schema 2020-12) of what is sent as text. */
    public Map<String, Object> schema(Class<?> type) {
        return new Form(mapper).schema(type);
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
            throw new BodyFaults(mapper).of(tree, type, e);
        }
    }
}
