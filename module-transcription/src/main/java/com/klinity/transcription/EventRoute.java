package com.klinity.transcription;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Changes;
import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.Reads;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;

/** Lets callers follow a transcript to its end. */
record EventRoute(Running running, Changes changes, Looks looks, Json json) {

    private static final String TYPE = "text/event-stream";
    private static final String TABLE = "transcription.transcripts";

    Reply follow(Call call) {
        UUID id = call.id("id");
        UUID account = call.account();
        call.accept(List.of(TYPE));
        if (RunTable.state(call.scope(), id).isEmpty()) {
            throw Refusal.notFound();
        }
        return Reply.live(TYPE, (out, reads) -> follow(account, id, out, reads))
                .header("X-Accel-Buffering", "no")
                .about(id);
    }

    /** Listens before it looks, so that no change falls between the two. */
    private void follow(UUID account, UUID id, OutputStream out, Reads reads) throws IOException {
        EventStream stream = new EventStream(id, running, json, out);
        try (Changes.Watch _ = changes.watch(account, TABLE, id, stream::changed);
                Changes.Watch _ = running.follow(id, stream::advanced)) {
            stream.follow(() -> looks.look(reads, id));
        } catch (InterruptedException e) { // the server stops, or the account may no longer act
            Thread.currentThread().interrupt();
        }
    }
}
