package com.klinity.benchmarks.steps;

import com.klinity.benchmarks.machine.BenchmarkFailure;
import com.klinity.platform.security.TokenVerifier;
import com.klinity.platform.spi.TokenProfile;
import com.klinity.platform.spi.TrustedIssuer;
import java.security.Provider;
import java.security.Security;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server's own verifier on a token that the server accepts. */
final class TokenStep {

    private static final String CORRETTO = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

    private final String token;
    private final String jwks;

    TokenStep(String token, String jwks) {
        this.token = token;
        this.jwks = jwks;
    }

    /** Microseconds by provider: the JDK's, and Amazon Corretto's where it is installed. */
    Map<String, Double> micros() {
        Map<String, Double> micros = new LinkedHashMap<>();
        Optional<Provider> corretto = corretto();
        corretto.ifPresent(provider -> Security.removeProvider(provider.getName()));
        micros.put("token, JDK", verification());
        corretto.ifPresent(provider -> {
            Security.insertProviderAt(provider, 1);
            micros.put("token, Corretto", verification());
        });
        return micros;
    }

    private double verification() {
        JsonNode claims = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
        TrustedIssuer issuer = new TrustedIssuer(
                claims.path("iss").asString(), claims.path("client_id").asString(), TokenProfile.RFC9068, () -> jwks);
        TokenVerifier verifier = new TokenVerifier(issuer, InstantSource.system());
        return CpuTiming.micros(() -> verifier.verify(token));
    }

    private static Optional<Provider> corretto() {
        try {
            return Optional.of(Class.forName(CORRETTO)
                    .asSubclass(Provider.class)
                    .getDeclaredConstructor()
                    .newInstance());
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new BenchmarkFailure("Corretto is there and cannot be used", e);
        }
    }
}
