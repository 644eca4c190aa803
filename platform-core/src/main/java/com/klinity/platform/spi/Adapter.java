package com.klinity.platform.spi;

/**
 * What every vendor adapter says of itself. Each feature's SPI extends this with a method that opens the adapter; the
 * adapter's module {@code provides} it and exports nothing.
 */
public interface Adapter {

    /** The name that selects it in the settings, the same as its folder's. */
    String name();

    /** Who receives data through this adapter. */
    Vendor vendor();
}
