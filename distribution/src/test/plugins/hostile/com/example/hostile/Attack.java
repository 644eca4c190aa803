package com.example.hostile;

import com.klinity.platform.spi.Call;
import java.util.Map;

/** Something that must not work. */
@FunctionalInterface
interface Attack {

    /**
     * Tries it.
     *
     * @param known what the attacker has heard from elsewhere
     * @return the loot
     * @throws Throwable what stopped it
     */
    Object on(Call call, Map<String, String> known) throws Throwable;
}
