package com.klinity.platform.security;

import com.klinity.platform.spi.JwksSource;
import com.klinity.platform.spi.JwksUnavailable;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads a JWK Set over HTTPS; plain HTTP only from this very machine. Follows no redirect, takes no more than 256 KiB,
 * and ends within 5 s in all, connecting within 2 s of them.
 */
public final class HttpJwksSource implements JwksSource {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int MAX_BYTES = 256 * 1024;

    private final HttpRequest request;
    private final Duration limit;
    private final HttpClient client;

    /**
     * Prepares to read from an address. Does not connect yet.
     *
     * @param address where the issuer publishes its keys
     * @throws IllegalArgumentException when the address is not https, nor http on localhost, 127.0.0.1 or [::1], or
     *     when it carries user information
     */
    public HttpJwksSource(URI address) {
        this(address, LIMIT);
    }

    HttpJwksSource(URI address, Duration limit) {
        if (!isTrustworthy(address)) {
            throw new IllegalArgumentException("The JWKS address must be an https URL, or http on this machine");
        }
        this.limit = limit;
        this.request = HttpRequest.newBuilder(address)
                .header("Accept", "application/jwk-set+json, application/json")
                .build();
        this.client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(CONNECT_LIMIT)
                .build();
    }

    private static boolean isTrustworthy(URI address) {
        String host = address.getHost();
        boolean local = host != null && LOOPBACK.contains(host) && "http".equals(address.getScheme());
        boolean secure = host != null && "https".equals(address.getScheme());
        return (local || secure) && address.getRawUserInfo() == null;
    }

    @Override
    public String fetch() {
        // the request's own timeout would end with the headers, and a body can drip for ever
        BodyHandler<String> body = BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), MAX_BYTES);
        CompletableFuture<HttpResponse<String>> exchange = client.sendAsync(request, body);
        try {
            return okBody(exchange.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            throw new JwksUnavailable(FetchFault.reason(e), e);
        } catch (TimeoutException e) {
            throw new JwksUnavailable("the endpoint does not answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JwksUnavailable("the read was given up", e);
        } finally {
            exchange.cancel(true);
        }
    }

    private static String okBody(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new JwksUnavailable("the endpoint answers with status " + response.statusCode());
        }
        return response.body();
    }
}
