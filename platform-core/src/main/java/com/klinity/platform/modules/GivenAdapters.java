package com.klinity.platform.modules;

import com.klinity.platform.spi.Adapter;
import com.klinity.platform.spi.StartFailure;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Adapters that the caller made, for servers that run inside a test. */
public record GivenAdapters(List<Adapter> adapters) implements AdapterSource {

    /** Copies the list. */
    public GivenAdapters {
        adapters = List.copyOf(adapters);
    }

    @Override
    public <A extends Adapter> LoadedAdapter<A> load(Class<A> type, String name) {
        return adapters.stream()
                .filter(adapter -> type.isInstance(adapter) && adapter.name().equals(name))
                .findFirst()
                .map(adapter -> new LoadedAdapter<>(type.cast(adapter), "given"))
                .orElseThrow(() -> new StartFailure("no adapter '" + name + "' of type " + type.getSimpleName()));
    }

    @Override
    public Set<String> names() {
        return adapters.stream().map(Adapter::name).collect(Collectors.toSet());
    }
}
