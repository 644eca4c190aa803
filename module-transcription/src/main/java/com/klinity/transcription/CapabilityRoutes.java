package com.klinity.transcription;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Reply;
import java.util.List;

/** {@code /v1/transcription/capabilities}: what can be asked of this server. */
record CapabilityRoutes(Engine engine) {

    /** In a list, since a server may have several one day. */
    private record Shown(List<Capabilities> engines) {}

    Reply read(Call call) {
        Shown shown = new Shown(List.of(engine.capabilities()));
        return Reply.ok(shown).etag(1, shown);
    }
}
