package com.klinity.platform.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Variables that Kubernetes puts into every container of a namespace for each Service in it (its documentation,
 * "Accessing the Service"). For one whose name begins with klinity they look like settings, and one named klinity-server
 * even gives a real one another meaning. They are told by names and values together, so that a misspelt setting stays one.
 */
final class ServiceLinks {

    private static final String HOST = "_SERVICE_HOST";
    private static final Pattern SERVICE = Pattern.compile("KLINITY(_[A-Z0-9]+)*");
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]+");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final Pattern LINK = Pattern.compile("(tcp|udp|sctp)://\\[?[0-9a-fA-F.:]+]?:[0-9]{1,5}");
    private static final String PROTOCOL = "_PORT_[0-9]{1,5}_(TCP|UDP|SCTP)";

    /** What follows a Service's name, and what its value looks like. */
    private static final Map<Pattern, Pattern> SHAPES = Map.of(
            Pattern.compile(HOST), ADDRESS,
            Pattern.compile("_SERVICE_PORT(_[A-Z0-9_]+)?"), PORT,
            Pattern.compile("_PORT|" + PROTOCOL), LINK,
            Pattern.compile(PROTOCOL + "_PROTO"), Pattern.compile("tcp|udp|sctp"),
            Pattern.compile(PROTOCOL + "_PORT"), PORT,
            Pattern.compile(PROTOCOL + "_ADDR"), ADDRESS);

    private ServiceLinks() {}

    static Map<String, String> without(Map<String, String> environment) {
        Map<String, String> left = new HashMap<>(environment);
        for (String service : services(environment)) {
            left.entrySet().removeIf(variable -> belongs(service, variable.getKey(), variable.getValue()));
        }
        return left;
    }

    /** Those of which the three variables are there that always come together. */
    private static List<String> services(Map<String, String> environment) {
        return environment.keySet().stream()
                .filter(name -> name.endsWith(HOST))
                .map(name -> name.substring(0, name.length() - HOST.length()))
                .filter(service -> SERVICE.matcher(service).matches())
                .filter(service -> ADDRESS.matcher(environment.getOrDefault(service + HOST, ""))
                                .matches()
                        && PORT.matcher(environment.getOrDefault(service + "_SERVICE_PORT", ""))
                                .matches()
                        && LINK.matcher(environment.getOrDefault(service + "_PORT", ""))
                                .matches())
                .toList();
    }

    private static boolean belongs(String service, String name, String value) {
        return name.startsWith(service)
                && SHAPES.entrySet().stream()
                        .anyMatch(shape -> shape.getKey()
                                        .matcher(name.substring(service.length()))
                                        .matches()
                                && shape.getValue().matcher(value).matches());
    }
}
