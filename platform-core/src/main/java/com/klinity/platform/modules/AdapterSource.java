package com.klinity.platform.modules;

import com.klinity.platform.spi.Adapter;
import java.util.Set;

/** Where adapters come from. */
public interface AdapterSource {

    /**
     * The one adapter of that type and name.
     *
     * @throws com.klinity.platform.spi.StartFailure when it is absent, there twice or broken, with the list of what is
     *     there
     */
    <A extends Adapter> LoadedAdapter<A> load(Class<A> type, String name);

    /** The names of all there are, loaded or not. */
    Set<String> names();
}
