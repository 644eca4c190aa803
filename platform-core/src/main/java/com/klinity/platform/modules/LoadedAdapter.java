package com.klinity.platform.modules;

import com.klinity.platform.spi.Adapter;

/**
 * An adapter and where it came from.
 *
 * @param adapter the adapter
 * @param origin  folder, or what stands in for one
 */
public record LoadedAdapter<A extends Adapter>(A adapter, String origin) {}
