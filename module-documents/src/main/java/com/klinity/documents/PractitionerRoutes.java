package com.klinity.documents;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Rules;
import com.klinity.platform.spi.Staged;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * {@code /v1/practitioner}: who signs. Documents that are signed keep who it was then. Whether paper can show a name is found
 * out before it is saved, as fonts are read for that.
 */
record PractitionerRoutes(InstantSource clock) implements Staged<Practitioner, Practitioner> {

    Reply read(Call call) {
        call.noOtherQuery();
        return shown(call);
    }

    @Override
    public Practitioner admit(Call call) {
        call.noOtherQuery();
        return call.body(PractitionerInput.class).practitioner();
    }

    @Override
    public Practitioner work(Call call, Practitioner practitioner) {
        Rules rules = new Rules();
        practitioner.check(rules);
        rules.enforce();
        return practitioner;
    }

    @Override
    public Reply record(Call call, Practitioner practitioner) {
        if (call.header("If-Match").isPresent()) {
            call.ifMatch()
                    .check(PractitionerTable.find(call.scope())
                            .map(PractitionerTable.Stored::version)
                            .orElse(0L));
        }
        PractitionerTable.save(call.scope(), practitioner, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return shown(call);
    }

    /** Nobody yet is an object without members, of version 0, so that the first to say it can be told from a second. */
    private static Reply shown(Call call) {
        Reply reply = PractitionerTable.find(call.scope())
                .map(found -> Reply.ok(found.practitioner()).etag(found.version()))
                .orElseGet(() -> Reply.ok(Map.of()).etag(0));
        return reply.about(call.scope().account());
    }
}
