package com.klinity.platform.testkit.isolation;

import com.klinity.platform.testkit.isolation.Place.Location;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An example of a request that the owner of everything in it may make, with holes where the owner's values stand. Each
 * method gives a new one.
 */
public final class Specimen {

    private static final Pattern PARAMETER = Pattern.compile("\\{([a-zA-Z]+)([:=])([^}]+)}");

    private final String method;
    private final String route;
    private final List<Part> parts;
    private final Optional<byte[]> content;
    private final String label;

    /** A part of the request; a body's name is its media type. */
    record Part(Location location, String name, Template template) {}

    private Specimen(String method, String route, List<Part> parts, Optional<byte[]> content, String label) {
        this.method = method;
        this.route = route;
        this.parts = List.copyOf(parts);
        this.content = content;
        this.label = label;
    }

    /**
     * A request to a route.
     *
     * @param path the route's pattern with a value for each parameter: <code>{id:patient}</code> is the patient's id,
     *     <code>{version=1}</code> is 1
     */
    public static Specimen of(String method, String path) {
        List<Part> parameters = PARAMETER
                .matcher(path)
                .results()
                .map(found -> new Part(
                        Location.PATH,
                        found.group(1),
                        new Template(found.group(2).equals(":") ? "${" + found.group(3) + "}" : found.group(3))))
                .toList();
        return new Specimen(method, PARAMETER.matcher(path).replaceAll("{$1}"), parameters, Optional.empty(), "");
    }

    /** {@code GET}, see {@link #of}. */
    public static Specimen get(String path) {
        return of("GET", path);
    }

    /** {@code POST}, see {@link #of}. */
    public static Specimen post(String path) {
        return of("POST", path);
    }

    /** {@code PATCH}, see {@link #of}. */
    public static Specimen patch(String path) {
        return of("PATCH", path);
    }

    /** {@code DELETE}, see {@link #of}. */
    public static Specimen delete(String path) {
        return of("DELETE", path);
    }

    /** With a query parameter; its value may have holes. */
    public Specimen query(String name, String value) {
        return with(Location.QUERY, name, value);
    }

    /** With a header; its value may have holes. */
    public Specimen header(String name, String value) {
        return with(Location.HEADER, name, value);
    }

    /** With {@code If-Match}, for what has that name. */
    public Specimen ifMatch(String thing) {
        return header("If-Match", "${" + thing + World.TAG + "}");
    }

    /** With a JSON body, which may have holes. */
    public Specimen json(String body) {
        return with(Location.BODY, "application/json", body);
    }

    /** With a body of bytes. */
    public Specimen body(String mediaType, byte[] bytes) {
        return new Specimen(method, route, header("Content-Type", mediaType).parts, Optional.of(bytes.clone()), label);
    }

    /** With a word that tells it from another one of the same route. */
    public Specimen as(String word) {
        return new Specimen(method, route, parts, content, " (" + word + ")");
    }

    private Specimen with(Location location, String name, String value) {
        List<Part> more = new ArrayList<>(parts);
        more.add(new Part(location, name, new Template(value)));
        return new Specimen(method, route, more, content, label);
    }

    /** The route, as the server names it. */
    String routeName() {
        return method + " " + route;
    }

    boolean isPost() {
        return method.equals("POST");
    }

    /** Whether it has a body. */
    boolean hasBody() {
        return content.isPresent() || !in(Location.BODY).isEmpty();
    }

    boolean hasJsonObject() {
        return in(Location.BODY).stream()
                .anyMatch(part -> part.template().text().strip().startsWith("{"));
    }

    List<Place> places() {
        return parts.stream()
                .flatMap(part ->
                        part.template().holes().stream().map(hole -> new Place(part.location(), part.name(), hole)))
                .distinct()
                .toList();
    }

    /** The request with its holes filled. */
    Request fill(Values values) {
        String path = route;
        for (Part part : in(Location.PATH)) {
            path = path.replace("{" + part.name() + "}", encode(text(part, values)));
        }
        String query = in(Location.QUERY).stream()
                .map(part -> part.name() + "=" + encode(text(part, values)))
                .collect(Collectors.joining("&"));
        Request request = new Request(method, query.isEmpty() ? path : path + "?" + query, List.of(), content);
        for (Part part : in(Location.HEADER)) {
            request = request.header(part.name(), text(part, values));
        }
        for (Part part : in(Location.BODY)) {
            request = request.header("Content-Type", part.name())
                    .body(text(part, values).getBytes(StandardCharsets.UTF_8));
        }
        return request;
    }

    private List<Part> in(Location location) {
        return parts.stream().filter(part -> part.location() == location).toList();
    }

    private static String text(Part part, Values values) {
        return part.template()
                .fill(hole -> hole.equals(World.MARKER)
                        ? values.marker()
                        : values.at(new Place(part.location(), part.name(), hole)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return routeName() + label;
    }
}
