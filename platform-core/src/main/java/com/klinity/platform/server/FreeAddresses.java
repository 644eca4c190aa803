package com.klinity.platform.server;

import com.klinity.platform.spi.StartFailure;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Locale;

/** Tries the two addresses before the listeners take them, so that a start that cannot listen says why. */
final class FreeAddresses {

    private static final int PRIVILEGED = 1024;

    private FreeAddresses() {}

    /**
     * Opens both for a moment, at once.
     *
     * @throws StartFailure when one cannot be had
     */
    static void tryOut(ListenerSettings settings) {
        try (ServerSocketChannel callers = bound("klinity.server", settings.host(), settings.port());
                ServerSocketChannel management =
                        bound("klinity.management", settings.managementHost(), settings.managementPort())) {
            if (!callers.isOpen() || !management.isOpen()) {
                throw new StartFailure("klinity.server.port: the listener was closed at once; start again");
            }
        } catch (IOException e) {
            throw new StartFailure("klinity.server.port: the listener could not be closed; start again", e);
        }
    }

    private static ServerSocketChannel bound(String prefix, String host, int port) throws IOException {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new StartFailure(prefix + ".host: no address is known for it; name an address of this machine");
        }
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            return channel.bind(address);
        } catch (IOException e) {
            channel.close();
            throw new StartFailure(prefix + whatToDo(e, port), e);
        }
    }

    private static String whatToDo(IOException e, int port) {
        String reason = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (reason.contains("already in use")) {
            return ".port: is taken, by another program or by this server's other port; choose a free one";
        }
        if (reason.contains("cannot assign") || reason.contains("address not available")) {
            return ".host: is no address of this machine; name one of its own, or 0.0.0.0";
        }
        if (e instanceof BindException || reason.contains("permission denied")) {
            return port < PRIVILEGED
                    ? ".port: below 1024 needs a right that this user lacks; choose a higher one"
                    : ".port: this user may not listen there; choose another";
        }
        return ".host: cannot listen there (" + e.getClass().getSimpleName() + "); name an address of this machine";
    }
}
