package com.klinity.documents;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Staged;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /v1/practitioner}: who signs. Documents that are signed keep who it was then. Whether paper can show a name is found
 * out before it is saved, as fonts are read for that.
 */
record PractitionerRoutes(InstantSource clock) implements Staged<PractitionerInput, Practitioner> {

    Reply read(Call call) {
        return shown(call);
    }

    @Override
    public PractitionerInput admit(Call call) {
        return call.body(PractitionerInput.class);
    }

    @Override
    public Practitioner work(Call call, PractitionerInput input) {
        return input.checked();
    }

    @Override
    public Reply record(Call call, Practitioner practitioner) {
        @Nullable Long known = known(call);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!PractitionerTable.save(call.scope(), practitioner, known, now)) {
            throw Refusal.stale();
        }
        return shown(call);
    }

    /** The version that the caller knows; null when none is named. */
    private static @Nullable Long known(Call call) {
        if (call.header("If-Match").isEmpty()) {
            return null;
        }
        long version = PractitionerTable.find(call.scope())
                .map(PractitionerTable.Stored::version)
                .orElse(0L);
        call.ifMatch().check(version);
        return version;
    }

    /** Nobody yet is an object without members, of version 0, so that the first to say it can be told from a second. */
    private static Reply shown(Call call) {
        Reply reply = PractitionerTable.find(call.scope())
                .map(found -> Reply.ok(found.practitioner()).etag(found.version()))
                .orElseGet(() -> Reply.ok(Map.of()).etag(0));
        return reply.about(call.scope().account());
    }
}
