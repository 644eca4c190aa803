package com.klinity.distribution;

import com.klinity.identity.local.LocalIdentityAdapter;
import com.klinity.media.filesystem.FilesystemProvider;
import com.klinity.notifications.mailbox.MailboxAdapter;
import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.testkit.TestServer;
import com.klinity.transcription.sphinx.SphinxProvider;
import java.util.List;
import java.util.function.Predicate;

/** A server with each feature of the tree and the adapters of the evaluation mode. */
final class EveryFeature {

    static final List<FeatureModule> FEATURES = Features.all();

    static final TestServer SERVER = TestServer.of(FEATURES.toArray(FeatureModule[]::new))
            .adapter(new LocalIdentityAdapter())
            .adapter(new FilesystemProvider())
            .adapter(new SphinxProvider())
            .adapter(new MailboxAdapter())
            .start();

    private EveryFeature() {}

    /** Tables that features declare, those with patient data or all. */
    static List<String> declared(Predicate<DataKind> which) {
        return FEATURES.stream()
                .flatMap(feature -> feature.data().stream())
                .filter(which)
                .flatMap(kind -> kind.tables().stream())
                .sorted()
                .toList();
    }
}
