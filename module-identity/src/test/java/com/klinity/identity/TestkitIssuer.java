package com.klinity.identity;

import com.klinity.platform.spi.Adapter;
import com.klinity.platform.spi.AuditHeads;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.Jobs;
import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.JwksSource;
import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.TrustedIssuer;
import com.klinity.platform.testkit.TestIssuer;
import java.net.URI;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks the testkit's issuer, which is a feature, for what it would have the server trust. */
final class TestkitIssuer implements FeatureContext {

    private @Nullable TrustedIssuer trusted;

    static TrustedIssuer trusted() {
        TestkitIssuer context = new TestkitIssuer();
        new TestIssuer().open(context);
        return Objects.requireNonNull(context.trusted);
    }

    @Override
    public void trust(TrustedIssuer issuer) {
        trusted = issuer;
    }

    @Override
    public Settings settings() {
        throw new UnsupportedOperationException();
    }

    @Override
    public InstantSource clock() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Json json() {
        throw new UnsupportedOperationException();
    }

    @Override
    public <A extends Adapter> A adapter(Class<A> type, String key, String fallback) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> void share(Class<T> type, T shared) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T require(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public JwksSource keysAt(URI address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AuditHeads auditHeads() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Jobs jobs() {
        throw new UnsupportedOperationException();
    }

    @Override
    public URI serverAddress() {
        throw new UnsupportedOperationException();
    }
}
