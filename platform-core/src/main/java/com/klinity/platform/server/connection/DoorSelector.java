package com.klinity.platform.server.connection;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.util.Set;

/** Takes every connection and shows the web server's HTTP/1.1 only what the door lets in. */
final class DoorSelector implements ServerConnectionSelector {

    private final Door door;
    private final ServerConnectionSelector http1;

    DoorSelector(Door door, ServerConnectionSelector http1) {
        this.door = door;
        this.http1 = http1;
    }

    @Override
    public int bytesToIdentifyConnection() {
        return 0;
    }

    @Override
    public Support supports(BufferData data) {
        return Support.SUPPORTED;
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http1.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        Caller caller = new Caller(context.serverSocket(), context.dataWriter(), door.limits());
        RequestFeed requests = new RequestFeed(caller, door::isDraining);
        ServerConnection inner =
                http1.connection(new DoorContext(context, DataReader.create(requests), requests.answers()));
        door.entered(caller);
        return new DoorConnection(door, caller, requests, inner);
    }
}
