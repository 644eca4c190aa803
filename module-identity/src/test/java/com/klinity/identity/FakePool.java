package com.klinity.identity;

import com.klinity.identity.spi.IdentityAdapter;
import com.klinity.identity.spi.IdentityContext;
import com.klinity.identity.spi.IdentityFailure;
import com.klinity.identity.spi.IdentityProvider;
import com.klinity.platform.spi.TrustedIssuer;
import com.klinity.platform.spi.Vendor;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** An outside user pool that trusts the testkit's tokens and can be told to fail for somebody. */
final class FakePool implements IdentityAdapter, IdentityProvider {

    private final Map<UUID, String> emails = new ConcurrentHashMap<>();
    private final Set<UUID> unreachable = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Instant> signedOut = new ConcurrentHashMap<>();

    void knows(UUID subject, String email) {
        emails.put(subject, email);
    }

    void failsFor(UUID subject) {
        unreachable.add(subject);
    }

    void recoversFor(UUID subject) {
        unreachable.remove(subject);
    }

    boolean has(UUID subject) {
        return emails.containsKey(subject);
    }

    /** The far future for somebody who was not. */
    Instant signedOutAt(UUID subject) {
        return signedOut.getOrDefault(subject, Instant.MAX);
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public Vendor vendor() {
        return Vendor.builtIn("tests", false);
    }

    @Override
    public IdentityProvider open(IdentityContext context) {
        return this;
    }

    @Override
    public TrustedIssuer issuer() {
        return TestkitIssuer.trusted();
    }

    @Override
    public Optional<String> email(UUID subject) {
        reach(subject);
        return Optional.ofNullable(emails.get(subject));
    }

    @Override
    public void signOutEverywhere(UUID subject) {
        reach(subject);
        signedOut.put(subject, Instant.now());
    }

    @Override
    public void deleteUser(UUID subject) {
        reach(subject);
        emails.remove(subject);
    }

    private void reach(UUID subject) {
        if (unreachable.contains(subject)) {
            throw new IdentityFailure("fake-pool-unreachable", "told to fail");
        }
    }
}
