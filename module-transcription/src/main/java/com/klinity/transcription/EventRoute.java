package com.klinity.transcription;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import java.util.List;
import java.util.UUID;

/** Lets callers follow a transcript to its end. */
record EventRoute(Running running, Json json) {

    private static final String TYPE = "text/event-stream";

    Reply follow(Call call) {
        UUID id = call.id("id");
        call.noOtherQuery();
        call.accept(List.of(TYPE));
        if (RunTable.state(call.scope(), id).isEmpty()) {
            throw Refusal.notFound();
        }
        return Reply.live(TYPE, (out, reads) -> new EventStream(id, running, json, out).follow(reads))
                .header("X-Accel-Buffering", "no")
                .about(id);
    }
}
