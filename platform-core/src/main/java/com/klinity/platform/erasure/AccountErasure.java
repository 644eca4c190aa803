package com.klinity.platform.erasure;

import com.klinity.platform.database.Accounts;
import com.klinity.platform.database.RetiredFeature;
import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.JobType;
import com.klinity.platform.spi.Routes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The route that deletes an account and the job that erases what it held. The core's own, so that no image can be without
 * them and no feature decides about them.
 */
public final class AccountErasure {

    static final String TOPIC = "platform.erasure";

    /** Doubled after each failure, up to the six hours at which every job's wait ends. */
    private static final Duration BACKOFF = Duration.ofSeconds(2);

    private volatile List<Holding> holdings;

    /** Of these features, each after those it builds on. */
    public AccountErasure(Map<FeatureModule, Feature> features) {
        this.holdings = Holding.of(features);
    }

    /** Erases what those features left behind as well, before everything of the loaded ones. Before the first request. */
    public void andOf(List<RetiredFeature> retired) {
        List<String> loaded = holdings.stream().map(Holding::feature).toList();
        holdings = Stream.concat(
                        holdings.stream(), retired.reversed().stream().map(feature -> Holding.of(feature, loaded)))
                .toList();
    }

    /** Declares {@code DELETE /v1/account}. */
    public void routes(Routes routes) {
        AccountDeletion deletion = new AccountDeletion(() -> holdings);
        routes.delete("/v1/account", Access.signedIn(Action.DELETE, AccountDeletion.RESOURCE), deletion::request);
    }

    /** The job, which is never given up. */
    public JobType job(Accounts accounts) {
        return new JobType(TOPIC, 1, Integer.MAX_VALUE, BACKOFF, new ErasureJob(accounts, () -> holdings));
    }
}
