package com.klinity.documents;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** {@code /v1/practitioner}: who signs. Documents that are signed keep who it was then. */
record PractitionerRoutes(InstantSource clock) {

    Reply read(Call call) {
        call.noOtherQuery();
        return shown(call);
    }

    Reply save(Call call) {
        call.noOtherQuery();
        Practitioner practitioner = call.body(PractitionerInput.class).practitioner();
        if (call.header("If-Match").isPresent()) {
            call.ifMatch()
                    .check(PractitionerTable.find(call.scope())
                            .map(PractitionerTable.Stored::version)
                            .orElse(0L));
        }
        PractitionerTable.save(call.scope(), practitioner, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return shown(call);
    }

    private static Reply shown(Call call) {
        PractitionerTable.Stored found = PractitionerTable.find(call.scope()).orElseThrow(Refusal::notFound);
        return Reply.ok(found.practitioner())
                .etag(found.version())
                .about(call.scope().account());
    }
}
