package com.klinity.platform.modules;

import com.klinity.platform.database.AccountScope;
import com.klinity.platform.database.Reach;
import com.klinity.platform.spi.Adapter;
import com.klinity.platform.spi.AuditHeads;
import com.klinity.platform.spi.Changes;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.Jobs;
import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.JwksSource;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.StartFailure;
import com.klinity.platform.spi.TrustedIssuer;
import java.net.URI;
import java.time.InstantSource;
import java.util.Set;

/**
 * The context as one feature sees it, and through it its adapters: without the settings of others.
 *
 * @param whole    what all features share
 * @param feature  its name
 * @param reach    what its statements may name
 * @param chosen   the adapters that this feature has loaded
 * @param settings those it may read
 */
record FeatureView(OpeningContext whole, String feature, Reach reach, Set<String> chosen, Settings settings)
        implements FeatureContext {

    /** The feature that presents the log, and has it witnessed. */
    private static final String AUDIT = "audit";

    @Override
    public InstantSource clock() {
        return whole.clock();
    }

    @Override
    public Json json() {
        return whole.json();
    }

    @Override
    public <A extends Adapter> A adapter(Class<A> type, String key, String fallback) {
        String name = settings.text(key, fallback);
        chosen.add(name);
        return OutsideTransactions.only(type, whole.load(type, name));
    }

    @Override
    public <T> void share(Class<T> type, T shared) {
        whole.share(type, shared);
    }

    @Override
    public <T> T require(Class<T> type) {
        return whole.require(type);
    }

    @Override
    public void obey(String setting, Set<String> values) {
        whole.obey(setting, values);
    }

    @Override
    public Set<String> obeyed(String setting) {
        return whole.obeyed(setting);
    }

    @Override
    public void trust(TrustedIssuer issuer) {
        whole.trust(issuer);
    }

    @Override
    public JwksSource keysAt(URI jwks) {
        return whole.keysAt(jwks);
    }

    @Override
    public Jobs jobs() {
        return whole.jobs();
    }

    @Override
    public AuditHeads auditHeads() {
        if (!feature.equals(AUDIT)) {
            throw new StartFailure(
                    "feature '" + feature + "' asks for the heads of the audit log, which are not its own");
        }
        return whole.auditHeads();
    }

    @Override
    public Changes changes() {
        return whole.changes();
    }

    @Override
    public Scope own(Scope scope) {
        return AccountScope.reaching(scope, reach);
    }

    @Override
    public URI serverAddress() {
        return whole.serverAddress();
    }
}
