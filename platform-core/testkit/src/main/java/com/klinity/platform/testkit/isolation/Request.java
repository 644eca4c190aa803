package com.klinity.platform.testkit.isolation;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Client;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request to be sent. Each method gives a new one.
 *
 * @param headers names and values by turns
 */
record Request(String method, String target, List<String> headers, Optional<byte[]> content) {

    Request header(String name, String value) {
        return new Request(
                method,
                target,
                Stream.concat(headers.stream(), Stream.of(name, value)).toList(),
                content);
    }

    /** Without that header. */
    Request without(String name) {
        List<String> rest = IntStream.range(0, headers.size() / 2)
                .filter(i -> !headers.get(2 * i).equalsIgnoreCase(name))
                .boxed()
                .flatMap(i -> headers.subList(2 * i, 2 * i + 2).stream())
                .toList();
        return new Request(method, target, rest, content);
    }

    Request query(String name, String value) {
        String joined = target + (target.contains("?") ? "&" : "?") + name + "=" + value;
        return new Request(method, joined, headers, content);
    }

    Request body(byte[] bytes) {
        return new Request(method, target, headers, Optional.of(bytes));
    }

    /** With one more field in its JSON object. */
    Request field(String name, String value) {
        ObjectNode object = (ObjectNode) JsonMapper.shared().readTree(content.orElseThrow());
        return body(object.put(name, value).toString().getBytes(StandardCharsets.UTF_8));
    }

    Answer by(Client caller) {
        return caller.send(
                method,
                target,
                content.map(BodyPublishers::ofByteArray).orElseGet(BodyPublishers::noBody),
                headers.toArray(String[]::new));
    }
}
