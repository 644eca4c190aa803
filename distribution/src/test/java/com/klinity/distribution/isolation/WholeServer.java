package com.klinity.distribution.isolation;

import com.klinity.distribution.Features;
import com.klinity.identity.local.LocalIdentityAdapter;
import com.klinity.media.filesystem.FilesystemProvider;
import com.klinity.notifications.mailbox.MailboxAdapter;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.testkit.TestServer;
import com.klinity.platform.testkit.isolation.Specimens;

/** A server with every feature of the source tree and the adapters of the evaluation mode, but for the slow engine. */
final class WholeServer {

    private WholeServer() {}

    static TestServer start() {
        return TestServer.of(Features.all().toArray(FeatureModule[]::new))
                .adapter(new LocalIdentityAdapter())
                .adapter(new FilesystemProvider())
                .adapter(new MailboxAdapter())
                .adapter(new ObedientEngine())
                .setting("klinity.transcription.engine", ObedientEngine.NAME)
                .setting("klinity.transcription.concurrency", "64")
                .setting("klinity.local.requests-per-minute", "1000000")
                .start();
    }

    /** A request to each of its routes. */
    static Specimens specimens(TestServer server, SignUps people) {
        return new Specimens()
                .and(IdentitySpecimens.of(people))
                .and(AppointmentSpecimens.all())
                .and(RecordingSpecimens.all())
                .and(TranscriptSpecimens.of(server))
                .and(DocumentSpecimens.all())
                .and(RecordSpecimens.all());
    }
}
