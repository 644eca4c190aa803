/**
 * The launcher: runs the server, the operator's commands and the demonstration.
 *
 * <p>It names no feature. Those that the image holds are found through their {@code provides}.
 */
module com.klinity.distribution {
    requires com.klinity.audit;
    requires com.klinity.platform;
    requires info.picocli;
    requires java.logging;
    requires java.net.http;
    requires tools.jackson.databind;

    opens com.klinity.distribution to
            info.picocli;
    opens com.klinity.distribution.demo to
            info.picocli;
}
