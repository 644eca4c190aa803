package com.klinity.distribution.isolation;

import com.klinity.distribution.SourceTree;
import com.klinity.identity.local.LocalIdentityAdapter;
import com.klinity.media.filesystem.FilesystemProvider;
import com.klinity.notifications.mailbox.MailboxAdapter;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.testkit.TestServer;
import java.util.List;

/** A server with every feature of the source tree and the adapters of the evaluation mode, but for the slow engine. */
final class WholeServer {

    private WholeServer() {}

    static TestServer start() {
        return TestServer.of(features().toArray(FeatureModule[]::new))
                .adapter(new LocalIdentityAdapter())
                .adapter(new FilesystemProvider())
                .adapter(new MailboxAdapter())
                .adapter(new ObedientEngine())
                .setting("klinity.transcription.engine", ObedientEngine.NAME)
                .setting("klinity.transcription.concurrency", "64")
                .setting("klinity.local.requests-per-minute", "1000000")
                .start();
    }

    /** What the module descriptors provide, so that a new feature is here by being there. */
    private static List<FeatureModule> features() {
        return SourceTree.modules().values().stream()
                .flatMap(module -> module.provides().stream())
                .filter(service -> service.service().equals(FeatureModule.class.getName()))
                .flatMap(service -> service.providers().stream())
                .map(WholeServer::feature)
                .toList();
    }

    private static FeatureModule feature(String name) {
        try {
            return (FeatureModule) Class.forName(name).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the feature " + name + " is not on the test's class path", e);
        }
    }
}
