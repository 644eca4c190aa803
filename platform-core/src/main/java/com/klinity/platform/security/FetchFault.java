package com.klinity.platform.security;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;

/** Why an answer did not come, in words that hold nothing of it. */
final class FetchFault {
    private FetchFault() {}

    static String reason(ExecutionException failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure.getCause(); cause != null && causes.size() < 10; cause = cause.getCause()) {
            causes.add(cause);
        }
        if (any(causes, e -> e instanceof UnresolvedAddressException || e instanceof UnknownHostException)) {
            return "the endpoint's name is not resolved";
        }
        if (any(causes, SSLException.class::isInstance)) {
            return "TLS with the endpoint failed: its certificate is not trusted, or no protocol is shared";
        }
        if (any(causes, HttpTimeoutException.class::isInstance)) {
            return "the endpoint does not answer in time";
        }
        if (any(causes, ConnectException.class::isInstance)) {
            return "the endpoint does not accept connections";
        }
        return any(causes, e -> String.valueOf(e.getMessage()).startsWith("body exceeds"))
                ? "the endpoint's answer is longer than 256 KiB"
                : "the endpoint's answer breaks off or is no HTTP";
    }

    private static boolean any(List<Throwable> causes, Predicate<Throwable> is) {
        return causes.stream().anyMatch(is);
    }
}
