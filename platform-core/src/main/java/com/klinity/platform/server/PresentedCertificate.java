package com.klinity.platform.server;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * What a handshake presents: the latest identity. One that began with the identity before ends with it. Safe for many
 * threads.
 */
final class PresentedCertificate extends X509ExtendedKeyManager {

    private record Presented(
            long number, TlsIdentity identity, @Nullable Presented before) {

        String alias() {
            return identity.key().getAlgorithm() + number;
        }
    }

    private final AtomicReference<Presented> latest;

    PresentedCertificate(TlsIdentity identity) {
        this.latest = new AtomicReference<>(new Presented(0, identity, null));
    }

    void replace(TlsIdentity identity) {
        latest.updateAndGet(
                old -> new Presented(old.number() + 1, identity, new Presented(old.number(), old.identity(), null)));
    }

    TlsIdentity identity() {
        return latest.get().identity();
    }

    private Optional<TlsIdentity> named(String alias) {
        Presented now = latest.get();
        Map<String, TlsIdentity> both = now.before() == null
                ? Map.of(now.alias(), now.identity())
                : Map.of(
                        now.alias(),
                        now.identity(),
                        now.before().alias(),
                        now.before().identity());
        return Optional.ofNullable(both.get(alias));
    }

    private @Nullable String aliasFor(String keyType) {
        Presented now = latest.get();
        return now.identity().key().getAlgorithm().equals(keyType) ? now.alias() : null;
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return named(alias)
                .map(identity -> identity.chain().toArray(X509Certificate[]::new))
                .orElse(null);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return named(alias).map(TlsIdentity::key).orElse(null);
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return aliasFor(keyType);
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return aliasFor(keyType);
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        String alias = aliasFor(keyType);
        return alias == null ? null : new String[] {alias};
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null; // never a client
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null; // never a client
    }
}
