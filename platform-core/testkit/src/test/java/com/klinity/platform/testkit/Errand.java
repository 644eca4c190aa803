package com.klinity.platform.testkit;

import com.klinity.platform.spi.Adapter;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** The SPI of {@link ErrandsModule}, with a method of every shape that an SPI has. */
public interface Errand extends Adapter {

    /** What an adapter may return. */
    interface Runner {

        /** A call of what was returned. */
        String run();
    }

    /** Gives back an object of the SPI. */
    Runner runner();

    /** The same in an optional. */
    Optional<Runner> perhaps();

    /** The same in a list. */
    List<Runner> several();

    /** Gives back a value. */
    String direct();

    /** Gives back a stream. */
    default InputStream content() {
        return new ByteArrayInputStream(new byte[] {1});
    }
}
