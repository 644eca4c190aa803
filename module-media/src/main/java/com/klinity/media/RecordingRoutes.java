package com.klinity.media;

import com.klinity.appointments.api.Appointments;
import com.klinity.appointments.api.Consents;
import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import java.util.List;
import java.util.UUID;

/** What is known of recordings, without their audio. */
final class RecordingRoutes {

    private final Appointments appointments;
    private final Consents consents;

    RecordingRoutes(Appointments appointments, Consents consents) {
        this.appointments = appointments;
        this.consents = consents;
    }

    Reply list(Call call) {
        UUID appointment = call.id("id");
        Page page = call.page();
        if (appointments.find(call.scope(), appointment).isEmpty()) {
            throw Refusal.notFound();
        }
        boolean consent = consents.given(call.scope(), appointment);
        List<Recording> found = RecordingTable.list(call.scope(), appointment, page).stream()
                .map(recording -> recording.with(consent))
                .toList();
        Page.Of<Recording> items = page.of(found, Recording::position);
        return Reply.ok(items).about(items.items().stream().map(Recording::id).toList());
    }

    Reply read(Call call) {
        UUID id = call.id("id");
        Recording found = RecordingTable.find(call.scope(), id).orElseThrow(Refusal::notFound);
        Recording recording = found.with(consents.given(call.scope(), found.appointmentId()));
        return Reply.ok(recording).etag(recording.version()).about(id);
    }

    Reply delete(Call call) {
        UUID id = call.id("id");
        if (!RecordingTable.delete(call.scope(), id)) {
            throw Refusal.notFound();
        }
        return Reply.noContent().about(id);
    }
}
