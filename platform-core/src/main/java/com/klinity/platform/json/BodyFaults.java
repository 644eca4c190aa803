package com.klinity.platform.json;

import com.klinity.platform.spi.FieldError;
import com.klinity.platform.spi.Refusal;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that is wrong with a body, once it is known that something is: Jackson stops at the first fault. What a
 * record's constructor says is heard as well, as far as it can be asked without the fields that are wrong already.
 */
final class BodyFaults {

    /** A caller who sends more mistakes than that is not helped by reading them. */
    private static final int MOST = 100;

    private final JsonMapper mapper;
    private final Form form;
    private final List<FieldError> shape = new ArrayList<>();
    private final List<FieldError> rules = new ArrayList<>();

    BodyFaults(JsonMapper mapper) {
        this.mapper = mapper;
        this.form = new Form(mapper);
    }

    /**
     * What to answer: 400 when a field is not of its form, else 422 when one breaks a rule.
     *
     * @param failed what Jackson stopped at
     */
    Refusal of(JsonNode tree, Class<?> type, JacksonException failed) {
        look("", tree, mapper.constructType(type));
        if (!shape.isEmpty()) {
            List<FieldError> all = new ArrayList<>(shape);
            all.addAll(rules);
            return Refusal.malformed(all);
        }
        return rules.isEmpty() ? JsonFaults.shape(failed) : Refusal.invalid(rules);
    }

    private void look(String pointer, JsonNode node, JavaType type) {
        if (node.isNull() || isFull()) {
            return;
        }
        if (type.getRawClass().isRecord() && node instanceof ObjectNode object) {
            lookIntoRecord(pointer, object, type);
        } else if (type.isMapLikeType() && node instanceof ObjectNode object) {
            object.forEachEntry((name, value) -> look(below(pointer, name), value, type.getContentType()));
        } else if (type.isCollectionLikeType() && node.isArray()) {
            int index = 0;
            for (JsonNode element : node.values()) {
                look(pointer + "/" + index++, element, type.getContentType());
            }
        } else if (!isOf(node, type)) {
            shape.add(new FieldError(pointer, form.of(type)));
        }
    }

    private void lookIntoRecord(String pointer, ObjectNode object, JavaType type) {
        Map<String, JavaType> known = fields(type);
        ObjectNode sound = object.deepCopy();
        object.forEachEntry((name, value) -> {
            int before = faults();
            JavaType field = known.get(name);
            if (field != null) {
                look(below(pointer, name), value, field);
            } else if (!isFull()) {
                shape.add(new FieldError(
                        below(pointer, name), "is not a known field; known are: " + String.join(", ", known.keySet())));
            }
            if (faults() > before) {
                sound.remove(name);
            }
        });
        hear(pointer, sound, type);
    }

    /** What the record says of the fields that are of their form. */
    private void hear(String pointer, ObjectNode sound, JavaType type) {
        try {
            Object made = mapper.treeToValue(sound, type);
            assert made != null : "a record";
        } catch (JacksonException e) {
            if (e instanceof ValueInstantiationException && e.getCause() instanceof Refusal refusal) {
                refusal.errors().stream()
                        .map(error -> new FieldError(pointer + error.pointer(), error.detail()))
                        .filter(error -> !isFull() && !isKnown(error.pointer()))
                        .forEach(rules::add);
            }
        }
    }

    private boolean isKnown(String pointer) {
        return shape.stream()
                .map(FieldError::pointer)
                .anyMatch(known -> known.equals(pointer) || known.startsWith(pointer + "/"));
    }

    private boolean isOf(JsonNode node, JavaType type) {
        try {
            return mapper.treeToValue(node, type) != null;
        } catch (JacksonException e) {
            return e.getCause() instanceof Refusal;
        }
    }

    private Map<String, JavaType> fields(JavaType type) {
        Map<String, JavaType> fields = new LinkedHashMap<>();
        for (RecordComponent component : type.getRawClass().getRecordComponents()) {
            fields.put(component.getName(), mapper.getTypeFactory().constructType(component.getGenericType()));
        }
        return fields;
    }

    private int faults() {
        return shape.size() + rules.size();
    }

    private boolean isFull() {
        return faults() >= MOST;
    }

    private static String below(String pointer, String name) {
        return pointer + "/" + JsonFaults.escaped(name);
    }
}
